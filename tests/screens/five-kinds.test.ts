import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, deskScreen } from './browser.ts';

/** As its writer sees it: the columns of nobody else, a SKU that is misspelt all through, a waybill with zeros in front. */
const heads = (kind: string) => [`PO ${kind}`, '款', '件', '退货原因', '国家', '出口日期', '退货运单号'];
const waybill = '00812345678901234';
const row = (reference: string, sku: string, pieces: string | number, day: string | Date) => [
  reference,
  sku,
  pieces,
  '尺码偏大',
  '泰国',
  day,
  waybill,
];
const august = new Date('2026-08-09T00:00:00Z');

/** A table with cells as a program types them: numbers, dates and texts. */
function typed(kind: string, bookType: xlsx.BookType) {
  const sheet = xlsx.utils.aoa_to_sheet(
    [heads(kind), ...[1, 2, 3].map((n) => row(`${kind}-${n}`, n === 3 ? 'EARBUDS' : 'SHRIT', n, august))],
    { UTC: true, dateNF: 'yyyy/m/d' },
  );
  const book = xlsx.utils.book_new(sheet, '退货');
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType }));
}
/** The same as text, with what a program writes so that zeros stay. */
const lines = (kind: string, separator: string, day: string) =>
  [
    heads(kind),
    ...['１', '2.0', '3件'].map((pieces, i) =>
      row(`${kind}-${i + 1}`, i === 2 ? 'EARBUDS' : 'SHRIT', pieces, day).map((cell) =>
        cell === waybill ? `="${waybill}"` : String(cell),
      ),
    ),
  ]
    .map((cells) => cells.join(separator))
    .join('\r\n');
const html = (kind: string) =>
  `<html><meta charset="utf-8"><table>${lines(kind, '\t', '2026年8月9日')
    .split('\r\n')
    .map((line) => `<tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr>`)
    .join('')}</table></html>`;

const files: readonly (readonly [kind: string, name: string, bytes: Buffer])[] = [
  ['XLSX', '退货.xlsx', typed('XLSX', 'xlsx')],
  ['XLS', '退货.xls', typed('XLS', 'biff8')],
  ['XML', '退货.xls', typed('XML', 'xlml')],
  ['HTML', '平台导出.xls', Buffer.from(html('HTML'))],
  ['CSV', '退货.csv', iconv.encode(lines('CSV', ',', '2026/8/9'), 'gbk')],
  ['TSV', '退货.txt', iconv.encode(lines('TSV', '\t', '9-Aug-2026'), 'utf-16le', { addBOM: true })],
];

/** As a person lets go of a file over the page. */
async function drop(page: Page, name: string, bytes: Buffer) {
  const data = await page.evaluateHandle(
    ({ name: called, base64 }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], called));
      return carried;
    },
    { name, base64: bytes.toString('base64') },
  );
  const place = page.locator('.file-drop');
  for (const event of ['dragenter', 'dragover', 'drop'])
    await place.dispatchEvent(event, { dataTransfer: data });
}

test.each(files)(
  'a file of the kind %s is dropped, its columns are told, a group is put right, and every value is as it was meant',
  async (kind, name, bytes) => {
    const house = await aHouse();
    const page = await aPage(house, 'whale', deskScreen);
    await page.goto('/portal/returns/import');
    await drop(page, name, bytes);
    await page.getByText('您的列对应我们的哪一列？').waitFor();
    for (const [ours, theirs] of [
      ['您的单号', `PO ${kind}`],
      ['商品编码', '款'],
      ['数量', '件'],
    ] as const) {
      const column = page.getByRole('combobox', { name: ours, exact: true });
      await column.fill(theirs);
      await column.press('Enter');
    }
    await page.getByRole('button', { name: '按此重新检查' }).click();
    const group = page.locator('.fault-group', { hasText: 'SHRIT' });
    await group.getByRole('combobox').fill('SHIRT');
    await group.getByRole('combobox').press('Enter');
    await page.getByRole('button', { name: '应用 1 项更正，重新检查' }).click();
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await page.getByText('已完成 0 / 3 张退货单').waitFor();
    await finishTasks(house.deps);
    await page.getByRole('link', { name: `${kind}-3` }).waitFor();
    const { rows } = await ok(house.call('whale', 'GET /api/v1/return-orders?sort=createdAt'));
    const orders = await Promise.all(
      rows.map(({ code }: { code: string }) => ok(house.call('whale', `GET /api/v1/return-orders/${code}`))),
    );
    const meant = orders.map(({ reference, country, waybill: number, lines: [line, ...more] }) => [
      ...[reference, country, number, more.length],
      ...[line.sku, line.quantity, line.reasonWords.zh, line.exportDate],
    ]);
    expect(meant.sort()).toEqual(
      ['SHIRT', 'SHIRT', 'EARBUDS'].map((sku, i) => [
        ...[`${kind}-${i + 1}`, 'TH', waybill, 0],
        ...[sku, i + 1, '尺码偏大', '2026-08-09'],
      ]),
    );
  },
);
