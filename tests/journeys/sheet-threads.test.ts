import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished } from 'vitest';
import { tableWords } from '../../server/words/spreadsheets.ts';
import { onlyOn } from '../only-on.ts';
import { WAIT_AT_MOST_MS } from '../patience.ts';
import { freePort, Server } from '../plant/server.ts';
import { settle } from '../plant/settle.ts';
import { newScan } from '../world.ts';
import { opened } from './sheets.ts';

const often = { interval: 100, timeout: WAIT_AT_MOST_MS };
const onFile = onlyOn(
  'sqlite',
  'the thread that reads a catalogue is the same, and only a file has a reading thread',
);

onFile('a server as it runs writes a list and reads it as a catalogue in threads of their own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-sheet-threads-'));
  const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
  onTestFinished(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.start();
  const { whale } = await settle(server, ['whale']);
  const skus = `${server.address}/api/v1/skus`;
  const headers = { cookie: whale.cookie };
  const list = await fetch(`${skus}.xlsx?language=en`, { headers });
  const bytes = Buffer.from(await list.arrayBuffer());
  expect(opened(bytes).rows.map((row) => row.SKU?.v)).toEqual(['EARBUDS', 'PHONE', 'POWERBANK', 'SHIRT']);
  const sent = async (body: Uint8Array<ArrayBuffer>, more = '') => {
    const type = { 'content-type': 'application/octet-stream' };
    const path = `${skus}/imports?scanId=${newScan()}${more}`;
    const answer = await fetch(path, { method: 'POST', headers: { ...headers, ...type }, body });
    return (await answer.json()) as { accepted: string; counts: object; faults: object[] };
  };
  expect(await sent(bytes, '&check=only')).toMatchObject({
    faults: [],
    counts: { new: 0, changed: 0, same: 4 },
  });
  const { accepted } = await sent(Buffer.from('SKU,Weight\nSHIRT,333\n'));
  const isDone = async () => (await whale.must(`GET /api/v1/skus/imports/${accepted}`)).finishedAt !== null;
  await expect.poll(isDone, often).toBe(true);
  expect((await whale.must('GET /api/v1/skus/SHIRT')).weightGrams).toBe(333);
});

onFile('a server as it runs marks the faults of every kind of sheet in a thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-sheet-marks-'));
  const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
  onTestFinished(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.start();
  const { whale, manager } = await settle(server, ['whale', 'manager']);
  const marked = async (who: { cookie: string }, path: string, sheet: string) => {
    const headers = { cookie: who.cookie, 'content-type': 'application/octet-stream' };
    const address = `${server.address}/api/v1/${path}?language=en${path.startsWith('return') ? '&warehouse=WH1' : ''}`;
    const answer = await fetch(address, { method: 'POST', headers, body: Buffer.from(sheet) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.status, `${path}: ${bytes}`).toBe(200);
    return Object.keys(opened(bytes).rows[0] ?? {}).length;
  };
  const returns = 'Reference,SKU,Quantity,Reason\nM-1,SHIRT,many,R01';
  expect(await marked(whale, 'return-orders/imports/marked', returns)).toBeGreaterThan(3);
  const exported = 'Order,SKU,Quantity\nSO-1,SHIRT,many';
  expect(await marked(whale, 'exported-orders/imports/marked', exported)).toBeGreaterThan(2);
  const stock = 'Exporter,SKU,Quantity,Location\nwhale,SHIRT,many,R-01';
  expect(await marked(manager, 'opening-stock/imports/marked', stock)).toBeGreaterThan(3);
});

/** A workbook of one sheet with this inside. */
const workbookOf = (inside: string) => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${inside}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};
const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
const header = `<row>${['Reference', 'SKU', 'Quantity', 'Reason'].map(text).join('')}</row>`;
const MERGED = `<sheetData>${header}${`<row>${text('x')}</row>`.repeat(500)}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`;
const FULL_OF_CELLS = `<sheetData>${header}${`<row>${'<c><v>1</v></c>'.repeat(400)}</row>`.repeat(11_000)}</sheetData>`;

onFile(
  'a sheet that is too much for its thread is refused in words, and the sheets behind it are read',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guihang-sheet-attacks-'));
    const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
    onTestFinished(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.start();
    const { whale, kite } = await settle(server, ['whale', 'kite']);
    const sent = async (who: { cookie: string }, sheet: Uint8Array<ArrayBuffer>) => {
      const headers = { cookie: who.cookie, 'content-type': 'application/octet-stream' };
      const path = `${server.address}/api/v1/return-orders/imports?warehouse=WH1&check=only&scanId=${newScan()}`;
      const answer = await fetch(path, { method: 'POST', headers, body: sheet });
      return {
        status: answer.status,
        body: (await answer.json()) as { code: string; faults: { words: object }[] },
      };
    };
    const small = Buffer.from('Reference,SKU,Quantity,Reason\nA-1,SHIRT,1,R01\n');
    const [merged, full, ...behind] = await Promise.all([
      sent(whale, workbookOf(MERGED)),
      sent(whale, workbookOf(FULL_OF_CELLS)),
      ...[whale, kite, kite].map((who) => sent(who, small)),
    ]);
    expect([merged.status, merged.body.faults.map(({ words }) => words)]).toEqual([
      200,
      [tableWords.tooManyMerged],
    ]);
    expect([full.status, full.body.code]).toEqual([422, 'too_heavy_sheet']);
    expect(behind.map(({ status, body }) => [status, body.faults])).toEqual(behind.map(() => [200, []]));
  },
);
