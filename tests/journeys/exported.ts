import { finishTasks } from '../../server/jobs/background-tasks.ts';
import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';
import { sendForm } from './importing.ts';
import { type Body, ok } from './road.ts';

/** An order as it was exported: five pairs of earbuds to Thailand, unless somebody says otherwise. */
export const exportedOrder = (number: string, lines: readonly object[] = [{}], more: object = {}) => ({
  ...{ scanId: newScan(), number, platform: 'Shopee', country: 'TH', waybill: 'SPXTH0123456789' },
  ...more,
  lines: lines.map((line) => ({
    ...{ sku: 'EARBUDS', quantity: 5, exportDocument: '46412026E000000077', exportLine: 3 },
    ...{ exportMode: '9610', exportDate: '2026-08-20', releaseDate: '2026-08-21' },
    ...line,
  })),
});

export const entered = (
  house: House,
  number: string,
  lines?: readonly object[],
  more?: object,
  who: Name = 'whale',
) => ok(house.call(who, 'POST /api/v1/exported-orders', exportedOrder(number, lines, more)));

/** What is left of each line of an exported order. */
export const leftOf = async (house: House, id: string, who: Name = 'whale') =>
  (await ok(house.call(who, `GET /api/v1/exported-orders/${id}`))).lines.map(
    ({ exported, back, onTheWay, left }: Body) => ({ exported, back, onTheWay, left }),
  );

export const citation = (house: House, exportCitation: string, exporter = 'whale') =>
  ok(house.call('ma', `PATCH /api/v1/organisations/${exporter}`, { scanId: newScan(), exportCitation }));

/** A return without papers of its own, of which the order number tells what it is. */
export const returned = (house: House, lines: readonly object[], more: object = {}, who: Name = 'whale') =>
  house.call(who, 'POST /api/v1/return-orders', {
    ...{ scanId: newScan(), warehouse: 'HK', ...more },
    lines: lines.map((line) => ({ sku: 'EARBUDS', quantity: 1, reason: 'R01', ...line })),
  });

interface Sent {
  readonly answers?: object;
  readonly check?: 'only';
  readonly scanId?: string;
  readonly who?: Name;
}
/** A spreadsheet of exported orders is sent, and stored by nobody yet. */
export const sendExports = (house: House, file: string | Buffer, { who = 'whale', ...form }: Sent = {}) =>
  sendForm(house, who, file, { ...form, of: 'exported-orders' });

export const exportsStored = async (house: House, scanId: string, who: Name = 'whale') =>
  ok(house.call(who, `GET /api/v1/exported-orders/imports/${scanId}`));

/** The same, stored by the jobs where it is accepted, and what came of it. */
export async function importedExports(house: House, file: string | Buffer, sent: Sent = {}) {
  const { status, body } = await sendExports(house, file, sent);
  if (status !== 202) return { status, body, progress: undefined };
  await finishTasks(house.deps);
  return { status, body, progress: await exportsStored(house, body.accepted, sent.who) };
}
