import type { Words } from './words.ts';

const words = <Code extends string>(sentences: Readonly<Record<Code, Words>>) => sentences;

/** What is wrong with a spreadsheet, for the person who made it: what it is and how to put it right. */
export const tableWords = words({
  emptyFile: {
    zh: '文件是空的。请选择含有数据的表格文件。',
    en: 'The file is empty. Choose a spreadsheet with data in it.',
  },
  tooLarge: {
    zh: '文件超过 5 MB。请拆成几个较小的文件。',
    en: 'The file is larger than 5 MB. Split it into smaller files.',
  },
  damagedFile: {
    zh: '这个工作簿打不开：文件已损坏或加了密码。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'This workbook cannot be opened: it is damaged or has a password. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  tooMuchInside: {
    zh: '这个文件不是表格，或解压后超过 80 MB。请只保留数据表，另存为 .xlsx 后再上传。',
    en: 'This file is not a spreadsheet, or unpacks to more than 80 MB. Keep only the sheet with the data, save it as .xlsx and upload that.',
  },
  tooManyMerged: {
    zh: '表格里的合并单元格太多。请取消不需要的合并后再上传。',
    en: 'This spreadsheet has too many merged cells. Unmerge what is not needed and upload it again.',
  },
  tooManyCellsInside: {
    zh: '表格里的单元格太多。请只保留要导入的列和行后再上传。',
    en: 'This spreadsheet has too many cells. Keep only the rows and columns that are needed and upload it again.',
  },
  severalSheets: {
    zh: '有几个工作表都像要导入的清单。请选择要导入哪一个。',
    en: 'Several sheets look like this list. Choose which one to import.',
  },
  notText: {
    zh: '这不是表格文件，或其编码无法识别。请在表格软件中另存为 .xlsx 或“CSV UTF-8”。',
    en: 'This is not a spreadsheet, or its encoding is not known. Save it as .xlsx or as CSV UTF-8 in your spreadsheet program.',
  },
  noRows: {
    zh: '除表头外没有数据行。请在表头下方填写数据。',
    en: 'There are no rows under the header. Fill in at least one.',
  },
  tooManyRows: {
    zh: '数据超过 10,000 行。请拆成几个较小的文件。',
    en: 'There are more than 10,000 rows. Split the file into smaller ones.',
  },
  missingColumn: {
    zh: '缺少此列。请在表头中加上，或使用模板。',
    en: 'This column is missing. Add it to the header, or use the template.',
  },
  duplicateColumn: {
    zh: '此列出现了两次。请只保留一列。',
    en: 'This column appears twice. Keep only one of them.',
  },
  columnNotChosen: {
    zh: '读取了更合适的另一列，这一列不读取。',
    en: 'Another column fits better and is read; this one is not.',
  },
  whichColumn: {
    zh: '有几列都可能是这次退回的数量。请选择读取哪一列。',
    en: 'Several columns may say how many come back. Choose which one is read.',
  },
  missingCount: {
    zh: '没有找到退货数量列。请在列对应中选择它，或在表头中加上；若每行就是一件商品，请确认。',
    en: 'No column says how many come back. Choose it among the columns, or add it to the header; if each row is one piece, confirm it.',
  },
  onePieceEach: {
    zh: '没有数量列，每行按一件读取。',
    en: 'There is no quantity column: each row is read as one piece.',
  },
  rowNumbers: {
    zh: '这一列是行号（1、2、3…），不读取。',
    en: 'This column only counts the rows (1, 2, 3 …) and is not read.',
  },
  runningNumbers: {
    zh: '这一列是逐行加一的号码，可能是行号，不是序列号。请选择它是哪一种。',
    en: 'The numbers of this column go up by one from row to row; they may count rows and be no serial numbers. Choose which.',
  },
  noteRow: { zh: '这是表格下方的说明，已跳过。', en: 'This is a note beside the table and was skipped.' },
  headerAgain: { zh: '表头又出现了一次，已跳过。', en: 'This is the header once more and was skipped.' },
  descriptionRow: {
    zh: '这一行是平台对各列的说明，已跳过。',
    en: 'In this row the shop explains its columns; it was skipped.',
  },
  nothingBack: {
    zh: '这一行的退货数量是 0，没有货退回，已跳过。',
    en: 'Nothing of this row comes back: its returned quantity is 0. It was skipped.',
  },
  otherSheets: {
    zh: '这些工作表没有读取。要导入其中一个，请在上方选择。',
    en: 'These sheets were not read. To import one of them, choose it above.',
  },
  hiddenSheets: { zh: '隐藏的工作表没有读取。', en: 'Hidden sheets were not read.' },
  hiddenLeftOut: {
    zh: '隐藏的行列没有读取。',
    en: 'Hidden rows and columns were not read.',
  },
  hiddenParts: {
    zh: '文件里有隐藏的行或列（可能是筛选留下的）。请选择它们是否一起导入。',
    en: 'The file hides rows or columns, perhaps by a filter. Choose whether to import them, too.',
  },
  unsureEncoding: {
    zh: '看不出文件用的是哪种编码，有两种读法。请选择文字正确的一种。',
    en: 'The file’s encoding cannot be told; its text can be read two ways. Choose the one that is right.',
  },
  totalRow: { zh: '这是合计行，已跳过。', en: 'This row is a total and was skipped.' },
  unknownColumn: { zh: '此列不认识，将不读取。', en: 'This column is not known and will not be read.' },
  brokenQuote: {
    zh: '此行的引号不成对。单元格内的引号要写两个，整个单元格再用引号括起；或用表格软件重新另存为 CSV。',
    en: 'The quotation marks of this row do not match. Write a mark inside a cell twice and put the cell in quotation marks, or save the file again from a spreadsheet program.',
  },
  rowTooLong: {
    zh: '此行过长，可能是引号没有结束。请检查此行的引号。',
    en: 'This row is too long; a quotation mark may not be closed. Check the quotation marks of this row.',
  },
  tooFewCells: {
    zh: '此行的单元格比表头少。空的单元格也要保留分隔符。',
    en: 'This row has fewer cells than the header. Keep the separators of empty cells too.',
  },
  tooManyCells: {
    zh: '此行的单元格比表头多。含有分隔符的内容要用引号括起。',
    en: 'This row has more cells than the header. Put text that contains the separator in quotation marks.',
  },
  emptyCell: { zh: '此列必须填写。', en: 'This column must be filled in.' },
  cellTooLong: {
    zh: '内容超过 2,000 个字符。请缩短。',
    en: 'The text is longer than 2,000 characters. Shorten it.',
  },
  unreadableCharacter: {
    zh: '含有无法识别的字符。请重新输入，并将文件另存为“CSV UTF-8”。',
    en: 'It contains characters that cannot be read. Type it again and save the file as CSV UTF-8.',
  },
  scientificNumber: {
    zh: '表格软件已把长号码改写成科学计数法，末尾数字已丢失。请将此列设为“文本”格式后重新填写。',
    en: 'The spreadsheet program has turned a long number into scientific notation and lost its last digits. Format the column as text and enter it again.',
  },
  roundedNumber: {
    zh: '表格软件只保留 15 位数字，后面的都变成了 0。请将此列设为“文本”格式后重新填写；若号码本来就是这样，请确认。',
    en: 'A spreadsheet keeps fifteen digits and turns the rest into zeros. Format the column as text and enter it again; if the number really ends like that, confirm it.',
  },
  decimalNumber: {
    zh: '号码被表格软件当成了数字（带小数点或千位分隔）。请将此列设为“文本”格式后重新填写；若号码本来就是这样，请确认。',
    en: 'The spreadsheet program has made a number with a decimal point or separators of thousands of this. Format the column as text and enter it again; if it is really written so, confirm it.',
  },
  becameDate: {
    zh: '表格软件把这里变成了日期或时间，原来的号码已丢失。请将此列设为“文本”格式后重新填写。',
    en: 'The spreadsheet program has turned this into a date or a time, and what was typed is lost. Format the column as text and enter it again.',
  },
  becamePercent: {
    zh: '表格软件把这里变成了百分数。请将此列设为“文本”格式后重新填写。',
    en: 'The spreadsheet program has turned this into a percentage. Format the column as text and enter it again.',
  },
  becameTruth: {
    zh: '表格软件把这里变成了 TRUE 或 FALSE。请将此列设为“文本”格式后重新填写。',
    en: 'The spreadsheet program has turned this into TRUE or FALSE. Format the column as text and enter it again.',
  },
  formulaWithoutValue: {
    zh: '这个公式没有保存计算结果。请用 Excel 或 WPS 打开文件，等公式算完后保存再上传。',
    en: 'The result of this formula was not saved. Open the file in Excel or WPS, let it calculate, save it and upload it again.',
  },
  formulaAsText: {
    zh: '这里是公式的文字，没有算出结果。请填写真正的号码或内容，不要以 = 开头。',
    en: 'This is the text of a formula, and no result. Enter the number or word itself; it does not begin with =.',
  },
  maybeDate: {
    zh: '这像是表格软件把号码变成了日期。请将此列设为“文本”格式后重新填写；若号码本来就是这样，请确认。',
    en: 'This looks as if the spreadsheet program had turned it into a date. Format the column as text and enter it again; if it is really written so, confirm it.',
  },
  lostLetters: {
    zh: '保存文件时有些字变成了问号。请另存为 .xlsx 或“CSV UTF-8”后再上传；若原文就有问号，请确认。',
    en: 'Letters became question marks when the file was saved. Save it as .xlsx or CSV UTF-8 and upload that; if it is really written so, confirm it.',
  },
  lettersMissing: {
    zh: '这里的问号可能是保存时丢失的字。若是，请另存为 .xlsx 或“CSV UTF-8”后再上传。',
    en: 'These question marks may be letters that were lost when the file was saved. If so, save it as .xlsx or CSV UTF-8 and upload that.',
  },
  notAnImei: {
    zh: '这不是有效的 IMEI：应为 15 位数字，且最后一位校验码要对。请对照机身或包装重新填写。',
    en: 'This is no IMEI: it has fifteen digits, the last of which checks the others. Read it again from the device or its box.',
  },
  errorValue: {
    zh: '单元格里是错误值（如 #N/A 或 ####）。请改正公式，或将列宽拉大后重新填写。',
    en: 'The cell holds an error value (like #N/A or ####). Correct the formula, or widen the column and enter it again.',
  },
  noDate: {
    zh: '看不出是哪一天。请写成 2026-08-20。',
    en: 'This cannot be read as a date. Write it like 2026-08-20.',
  },
  dateTwoWays: {
    zh: '这个日期有几种读法。请选择这一列的年、月、日是按什么顺序写的。',
    en: 'This date can be read in more than one way. Choose in which order this column has year, month and day.',
  },
  halfConverted: {
    zh: '这一列只有一部分变成了真日期，表格软件可能把日和月颠倒了。请选择正确的日期。',
    en: 'Only some of this column became true dates; the spreadsheet program may have swapped day and month. Choose the right date.',
  },
  soldQuantity: {
    zh: '这一列是卖出的数量，不是退回的数量。请选择退货数量所在的列；若每件都退回，请确认。',
    en: 'This column says how many were sold, not how many come back. Choose the column that says that; if all of them come back, confirm it.',
  },
  packUnit: {
    zh: '这里按套装单位计数。请改成件数；若一个单位就是一件商品，请确认。',
    en: 'This counts packs, pairs or sets. Write how many pieces they are; if each of them is one piece, confirm it.',
  },
  cartonUnit: {
    zh: '这里按箱计数，看不出是多少件。请改成件数。',
    en: 'This counts cartons; how many pieces they hold cannot be seen. Write the number of pieces.',
  },
  thousandsOrDecimal: {
    zh: '这个数量有两种读法。请选择这一列里的点是千位分隔还是小数点。',
    en: 'This quantity can be read two ways. Choose whether three digits behind the point are thousands or decimals.',
  },
  wordOrCode: {
    zh: '这可能是国家代码，也可能只是“没有”。请选择是哪一个。',
    en: 'This may be the code of a country or just a word. Choose which.',
  },
  nearlyKnown: {
    zh: '很像一个已知的名称。请选择是不是它；若原文就是这样，请确认。',
    en: 'This is very close to a known name. Choose whether that is meant; if it is correct as written, confirm it.',
  },
  unknownWord: {
    zh: '不认识这个写法。请从建议中选择，或改用模板里的名称或代码。',
    en: 'This name or code is not known. Choose a suggestion, or write it as in the template.',
  },
  moreProblems: {
    zh: '还有更多问题没有列出。请先改正以上问题再上传。',
    en: 'There are more problems than are listed here. Correct these first and upload again.',
  },
});

/** The header of the column in which a sheet that goes back says what is to be put right; it is never read. */
export const marksHeader = '要改正的地方 What to correct';

const both = (text: string): Words => ({ zh: text, en: text });
/** What may be chosen where a spreadsheet can be read two ways. */
export const tableChoices = {
  dayFirst: (date: string): Words => ({ zh: `日/月/年（${date}）`, en: `Day/month/year (${date})` }),
  yearFirst: (date: string): Words => ({ zh: `年/月/日（${date}）`, en: `Year/month/day (${date})` }),
  monthFirst: (date: string): Words => ({ zh: `月/日/年（${date}）`, en: `Month/day/year (${date})` }),
  swapped: (date: string): Words => ({ zh: `颠倒了，应为 ${date}`, en: `Swapped: it is ${date}` }),
  asTyped: (date: string): Words => ({ zh: `没有颠倒，就是 ${date}`, en: `As it stands: ${date}` }),
  thousands: (number: string): Words => ({ zh: `${number}（千位分隔）`, en: `${number} (thousands)` }),
  decimal: (number: string): Words => ({ zh: `${number}（小数点）`, en: `${number} (decimals)` }),
  hiddenTaken: { zh: '一起导入', en: 'Import them, too' },
  hiddenLeftOut: { zh: '不导入隐藏的', en: 'Leave them out' },
  nothing: { zh: '没有填', en: 'Nothing' },
  onePieceEach: { zh: '每行就是一件', en: 'Each row is one piece' },
  articleNumbers: { zh: '是商品的序列号', en: 'They are serial numbers' },
  rowNumbers: { zh: '只是行号，不读取', en: 'They count rows; leave the column out' },
  reading: both,
} as const;

export const tableSentences = {
  columnNotChosen: (read: string): Words => ({
    zh: `读取的是“${read}”一列，这一列不读取。`,
    en: `"${read}" is read instead; this column is not.`,
  }),
} as const;
