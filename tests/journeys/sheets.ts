import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import request from 'supertest';
import { expect } from 'vitest';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import type { Body } from './road.ts';

type Cells = readonly (readonly (CellObject | undefined)[])[];

/** Asks with these bytes, or for them. */
export async function raw(house: House, who: Name, path: string, file?: string | Uint8Array) {
  const asked =
    file === undefined
      ? request(house.server).get(`/api/v1/${path}`)
      : request(house.server).post(`/api/v1/${path}`);
  asked.set('cookie', await house.cookieOf(who));
  if (file !== undefined) asked.type('application/octet-stream').send(Buffer.from(file));
  const res = await asked.buffer(true).parse((stream, done) => {
    const chunks: Buffer[] = [];
    stream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => done(null, Buffer.concat(chunks)));
  });
  const bytes = res.body as Buffer;
  const isJson = String(res.headers['content-type']).includes('json');
  const body: Body = isJson ? JSON.parse(bytes.toString()) : undefined;
  return { status: res.status, headers: res.headers, bytes, body };
}

/** A workbook behind this path, read by a library that did not write it: each cell with its type. */
export async function workbook(house: House, who: Name, path: string) {
  const { headers, bytes } = await raw(house, who, path);
  expect(headers['content-type'], bytes.toString().slice(0, 500)).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  return { ...opened(bytes), name: headers['content-disposition'] };
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
