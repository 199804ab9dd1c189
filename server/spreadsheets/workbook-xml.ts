import { columnName } from './letters.ts';

/**
 * The parts of an XLSX file as XML (ECMA-376 part 1): plain strings, so that a large sheet is written row by row and never
 * stands in memory as a whole.
 */

/** How a column's cells are shown and, where somebody writes on below them, understood. */
export const formats = ['general', 'text', 'moment', 'date', 'money', 'header'] as const;
export type Format = (typeof formats)[number];
/** A moment is counted in days since 1899-12-30 of the calendar that its reader lives by. */
export type XmlCell =
  | ({ readonly format: Format } & ({ readonly text: string } | { readonly number: number }))
  | undefined;

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageUrl = 'http://schemas.openxmlformats.org/package/2006';

/** What no cell of a spreadsheet program holds more of, in UTF-16 units. */
export const MAX_CELL_UNITS = 32_767;

/** Nothing of a text is a formula: it is typed as text. What XML cannot say is written as 18.4.8 and 22.9.2.19 have it. */
const special = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[\da-f]{4}_)|\p{Cs}/iu;
const each = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[\da-f]{4}_)|\p{Cs}/giu;
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML; half a character becomes U+FFFD, and every line break one line feed. */
export function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(each, (sign) => {
    const unit = sign.charCodeAt(0);
    if (unit >= 0xd800 && unit < 0xe000) return '\ufffd';
    return names[sign] ?? `_x${unit.toString(16).padStart(4, '0').toUpperCase()}_`;
  });
}

const fitting = (text: string) => {
  if (text.length <= MAX_CELL_UNITS) return text;
  const cut = text.slice(0, MAX_CELL_UNITS - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

export function rowXml(row: number, cells: readonly XmlCell[]): string {
  const written = cells.map((cell, place) => {
    if (cell === undefined) return '';
    const where = `r="${columnName(place)}${row}" s="${formats.indexOf(cell.format)}"`;
    if ('number' in cell) return `<c ${where}><v>${cell.number}</v></c>`;
    const text = escaped(fitting(cell.text));
    return `<c ${where} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

interface ColumnShape {
  readonly width: number;
  readonly format: Format;
}
/** The header stays in sight while one scrolls. */
export const sheetStart = (columns: readonly ColumnShape[]): string => {
  const shapes = columns.map(
    ({ width, format }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${formats.indexOf(format)}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  const cols = shapes.length > 0 ? `<cols>${shapes.join('')}</cols>` : '';
  return `${heading}<worksheet ${main}>${views}<sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`;
};

/** Below the rows; `lists` says for a column of choices where they stand. */
export const sheetEnd = (lists: readonly { readonly column: number; readonly from: string }[]): string => {
  const rules = lists.map(({ column, from }) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}${MAX_ROWS_WITH_CHOICES}"><formula1>${from}</formula1></dataValidation>`;
  });
  const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return `</sheetData>${rules.length > 0 ? all : ''}</worksheet>`;
};
const MAX_ROWS_WITH_CHOICES = 10_001;

/** Text keeps its digits and zeros, whoever opens it; a moment is shown to the second. */
const styles = `${heading}<styleSheet ${main}><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="#,##0.00##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[
  [0, 0],
  [49, 0],
  [164, 0],
  [165, 0],
  [166, 0],
  [49, 1],
]
  .map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

interface NamedSheet {
  readonly name: string;
  readonly isHidden: boolean;
}
export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** All parts but the sheets themselves, by their paths. */
export function partsAround(sheets: readonly NamedSheet[]): Readonly<Record<string, string>> {
  const type = (part: string, name: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  const relation = (id: string, name: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRelations}/${name}" Target="${target}"/>`;
  const relations = (all: string) =>
    `${heading}<Relationships xmlns="${packageUrl}/relationships">${all}</Relationships>`;
  const listed = sheets.map(
    ({ name, isHidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="s${i + 1}"/>`,
  );
  const ofSheets = sheets.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  return {
    '[Content_Types].xml': `${heading}<Types xmlns="${packageUrl}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}${sheets.map((_, i) => type(sheetPath(i), 'worksheet')).join('')}</Types>`,
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${heading}<workbook ${main} xmlns:r="${officeRelations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(ofSheets.join('') + relation('styles', 'styles', 'styles.xml')),
    'xl/styles.xml': styles,
  };
}
