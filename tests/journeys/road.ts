import { expect } from 'vitest';
import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';

export const sound = { cosmetic: 'C1', functional: 'F1', complete: 'K1', packaging: 'P2', battery: 'none' };
export const broken = { cosmetic: 'C2', functional: 'F3', complete: 'K1', packaging: 'P2', battery: 'none' };
export const papers = {
  exportMode: '9610',
  exportDocument: '46412026E000000001',
  exportLine: 1,
  exportDate: '2026-09-01',
  releaseDate: '2026-09-02',
};

export const aReturn = (lines: readonly object[], more: object = {}) => ({
  scanId: newScan(),
  warehouse: 'HK',
  lines: lines.map((line) => ({ quantity: 1, reason: 'R01', ...papers, ...line })),
  ...more,
});

/** An exporter announces; the answer is the order with its items. */
export async function announced(house: House, who: Name, lines: readonly object[], more: object = {}) {
  const res = await house.call(who, 'POST /api/v1/return-orders', aReturn(lines, more));
  expect(res.body, JSON.stringify(res.body)).toMatchObject({ state: { id: 'approved' } });
  return res.body as { code: string; items: { code: string }[] };
}

/** An item of Whale's that has come as far as the dock. */
export async function received(house: House, sku = 'SHIRT', line: object = {}) {
  const order = await announced(house, 'whale', [{ sku, ...line }]);
  const code = order.items[0]?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  return code;
}

const withBattery = (findings: { battery?: string }) =>
  findings.battery === 'none' ? { ...findings, battery: 'good' } : findings;
/** What has a battery is found with one, whatever else there is to say of it. */
export const asItIs = (sku: string, findings: object) =>
  ['EARBUDS', 'PHONE', 'POWERBANK'].includes(sku) ? withBattery(findings) : findings;

export async function inspected(house: House, findings: object = sound, sku = 'SHIRT', line: object = {}) {
  const code = await received(house, sku, line);
  await ok(house.item('chen', code, 'inspect', asItIs(sku, findings)));
  return code;
}

export async function decided(
  house: House,
  disposition: string,
  findings: object = sound,
  sku = 'SHIRT',
  line: object = {},
) {
  const code = await inspected(house, findings, sku, line);
  await ok(house.item('chen', code, 'decide', { disposition }));
  return code;
}

export async function stored(
  house: House,
  disposition = 'RTS',
  findings: object = sound,
  sku = 'SHIRT',
  line: object = {},
) {
  const code = await decided(house, disposition, findings, sku, line);
  const location = ['DST', 'QTN', 'HLD'].includes(disposition) ? 'Q-01-01-1' : 'A-01-01-1';
  await ok(house.item('wu', code, 'putAway', { location }));
  return code;
}

export const shipmentAsk = (exit: string, items: readonly string[], more: object = {}) => ({
  scanId: newScan(),
  exporter: 'whale',
  exit,
  consignee: 'Somchai',
  address: '12 Sukhumvit Rd, Bangkok',
  country: 'TH',
  items,
  ...more,
});

/** From a list of stored items to the carrier. */
export async function shippedOut(
  house: House,
  exit: string,
  codes: readonly string[],
  more: object = {},
  packed: object = {},
) {
  const shipment = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, codes, more)));
  for (const code of codes) {
    const { quantity } = shipment.items.find((one: Body) => one.code === code);
    await ok(house.item('sun', code, 'pick', { shipment: shipment.code, quantity }));
    await ok(house.item('sun', code, 'pack', { quantity }));
  }
  await ok(house.shipment('sun', shipment.code, 'close', { cartons: 1, weight: 500, ...packed }));
  await ok(house.shipment('sun', shipment.code, 'handOver', { carrier: 'J&T', waybill: 'JT1234567890123' }));
  return shipment.code as string;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of replies, looked at by tests
export type Body = any;
export async function ok(asked: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await asked;
  // 202: accepted, and done in pieces from now on.
  expect(body.pending > 0 ? [200, 202] : [200], JSON.stringify(body)).toContain(status);
  return body;
}
export async function refused(
  asked: Promise<{ status: number; body: Body }>,
  guard: string | null,
): Promise<Body> {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(409);
  expect(body).toMatchObject({ code: 'step_refused', guard });
  expect(body.openSteps).toBeInstanceOf(Array);
  for (const part of ['what', 'why', 'next', 'words'])
    expect([body[part].zh, body[part].en].every((text) => text.length > 2)).toBe(true);
  return body;
}
export const state = async (house: House, code: string) =>
  (await ok(house.call('wang', `GET /api/v1/items/${code}`))).state.id as string;
