import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import request from 'supertest';
import { expect } from 'vitest';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';

type Cells = readonly (readonly (CellObject | undefined)[])[];

/** A workbook behind this path, read by a library that did not write it: each cell with its type. */
export async function workbook(house: House, who: Name, path: string) {
  const res = await request(house.server)
    .get(`/api/v1/${path}`)
    .set('cookie', await house.cookieOf(who))
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(res.headers['content-type'], res.body.toString().slice(0, 500)).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  return { ...opened(res.body), name: res.headers['content-disposition'] };
}

export function opened(bytes: Uint8Array) {
  const book = read(bytes, { type: 'buffer', cellNF: true, dense: true });
  const [sheet = ''] = book.SheetNames;
  const cells: Cells = (book.Sheets[sheet] as WorkSheet & { '!data'?: Cells })['!data'] ?? [];
  const [head = [], ...rows] = cells.map((row) => row.map((cell) => cell));
  const names = head.map((cell) => String(cell?.v ?? ''));
  return { sheet, names, rows: rows.map((row) => byName(names, row)) };
}

const byName = (names: readonly string[], row: readonly (CellObject | undefined)[]) =>
  Object.fromEntries(
    names.map((name, i) => {
      const cell = row[i];
      return [name, cell === undefined || cell.v === undefined ? null : { t: cell.t, v: cell.v, z: cell.z }];
    }),
  );
