import { exportImports } from '../../db/schema/export-imports.ts';
import { importParts, imports, sheetLayouts } from '../../db/schema/imports.ts';
import { backgroundTasks, taskParts } from '../../db/schema/jobs.ts';
import { skuImports } from '../../db/schema/sku-imports.ts';
import type { Writing } from '../../db/scope.ts';

/** A spreadsheet of theirs that was stored, and what is left of it. */
export async function anImport(tx: Writing, askedBy: string, exporterId: string, mark: string, now: Date) {
  const id = `${askedBy} ${exporterId === 'kite' ? 'sheet-0002' : 'sheet-0001'}`;
  const fault = { row: 3, column: 'reference', value: mark, words: { zh: mark, en: mark } };
  const size = { warehouse: 'HK', lines: 2, orders: 2 };
  await tx.add(imports, { id, askedBy, exporterId, ...size, at: now, finishedAt: now, remarks: [fault] });
  const layout = { header: 'sheet-header', answers: { columns: { sku: mark } }, saidBy: askedBy, at: now };
  const kept = { id: `${exporterId} sheet-header`, exporterId, ...layout };
  // One for all who import for an exporter.
  await tx.claim(sheetLayouts, kept);
  const task = { id, askedBy, exporterId, done: 2, holder: mark, leaseUntil: now };
  await tx.add(backgroundTasks, { ...task, kind: 'import' });
  await tx.add(taskParts, { id, taskId: id, from: 0, parts: mark });
  const noted = { orders: [{ code: mark, reference: mark, lines: 1, state: 'approved' }], faults: [fault] };
  const counts = { total: 2, done: 2, added: 1, changed: 1, same: 0, at: now, finishedAt: now };
  await anSkuImport(tx, { askedBy, exporterId, mark, now });
  const whole = { ...fault, heading: mark, at: null };
  const about = { scanId: id.split(' ')[1] ?? '', encoding: null, lines: 2 };
  await tx.add(exportImports, { id, askedBy, exporterId, ...about, ...counts, leftOut: [whole] });
  // One more of exported orders is still being stored.
  const going = { ...about, id: `${id} going on`, askedBy, exporterId, ...counts, done: 1, finishedAt: null };
  await tx.add(exportImports, { ...going, scanId: `${about.scanId} going on`, leftOut: [] });
  await tx.add(importParts, { id, importId: id, askedBy, upTo: 2, ...noted });
}

/** A catalogue of theirs that was stored, of which a row was left out. */
export async function anSkuImport(
  tx: Writing,
  {
    askedBy,
    exporterId,
    mark,
    now,
  }: Readonly<Record<'askedBy' | 'exporterId' | 'mark', string>> & { readonly now: Date },
) {
  const id = `${askedBy} ${exporterId === 'kite' ? 'sheet-0002' : 'sheet-0001'}`;
  const left = { row: 3, code: mark, words: { zh: mark, en: mark } };
  const counts = { total: 2, done: 2, added: 1, changed: 1, same: 0, at: now, finishedAt: now };
  await tx.add(skuImports, { id, askedBy, exporterId, ...counts, leftOut: [left] });
}
