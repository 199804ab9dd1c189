import { describe, expect, test } from 'vitest';
import { consignmentWorkflow } from '../../server/workflow/consignment.ts';
import { decide } from '../../server/workflow/decide.ts';
import { wayOut } from '../../server/workflow/item.ts';
import { returnOrderWorkflow } from '../../server/workflow/return-order.ts';
import { shipmentWorkflow } from '../../server/workflow/shipment.ts';
import { everyWay, outcome } from './outcome.ts';

describe('a return order', () => {
  const fine = { lines: 2, isBeingStored: false, reviewFor: [], arrived: 0 };

  test('leads where it should from every state, and nowhere else', () => {
    expect(everyWay(returnOrderWorkflow, fine)).toEqual({
      draft: 'submit→ approved, citeAnew→ draft, cancel→ cancelled',
      submitted:
        'approve→ approved, reject→ rejected, citeAnew→ submitted, correctExport→ submitted, cancel→ cancelled',
      approved: 'correctExport→ approved, cancel→ cancelled',
      rejected: '',
      cancelled: '',
    });
  });

  test('goes through by itself, unless something about it needs a person', () => {
    const odd = { ...fine, reviewFor: ['X05'] };
    const noted = 'note what a person has to look at';
    expect(outcome(returnOrderWorkflow, 'draft', 'submit', odd)).toBe('→ submitted');
    const through = decide(returnOrderWorkflow, { code: 'R', state: 'draft' }, fine, {
      step: 'submit',
      where: null,
    });
    expect(through).toEqual({ state: 'approved', effects: [noted, 'announce its items'] });
    const held = decide(returnOrderWorkflow, { code: 'R', state: 'draft' }, odd, {
      step: 'submit',
      where: null,
    });
    expect(held.effects).toEqual([noted]);
  });

  test('is not submitted without a line', () => {
    for (const reviewFor of [[], ['X05']])
      expect(
        outcome(returnOrderWorkflow, 'draft', 'submit', {
          ...fine,
          lines: 0,
          isBeingStored: false,
          reviewFor,
        }),
      ).toBe('✗ it has lines');
  });

  test('cannot be called off once the first of it has arrived', () => {
    expect(outcome(returnOrderWorkflow, 'approved', 'cancel', { ...fine, arrived: 1 })).toBe(
      '✗ nothing of it has arrived',
    );
    const cancelled = decide(returnOrderWorkflow, { code: 'R', state: 'approved' }, fine, {
      step: 'cancel',
      where: null,
    });
    expect(cancelled.effects).toEqual(['cancel its items']);
  });
});

describe('a consignment to a vendor', () => {
  const full = { away: 2 };
  const back = { away: 0 };

  test('leads where it should from every state, and nowhere else', () => {
    expect(everyWay(consignmentWorkflow, full)).toEqual({
      open: 'close→ closed, takeOut→ open',
      closed: 'reopen→ open, handOver→ handedOver',
      handedOver: '',
      settled: '',
    });
    expect(everyWay(consignmentWorkflow, back)).toMatchObject({
      open: 'takeOut→ open',
      handedOver: 'settle→ settled',
    });
  });
  test('is not closed while it is empty', () => {
    expect(outcome(consignmentWorkflow, 'open', 'close', { away: 0 })).toBe('✗ something is in it');
  });
  test('is not settled while one thing is missing', () => {
    expect(outcome(consignmentWorkflow, 'handedOver', 'settle', { away: 1 })).toBe(
      '✗ everything in it has come back',
    );
  });
  test('puts what is in it into the vendor’s hands when it is handed over', () => {
    const { effects } = decide(consignmentWorkflow, { code: 'C', state: 'closed' }, full, {
      step: 'handOver',
      where: null,
    });
    expect(effects).toEqual(['it is in the vendor’s hands', 'tell the vendor']);
  });
});

describe('a shipment', () => {
  const packed = { promised: 2, picked: 0, packed: 2, underway: 0, following: 0 };
  const underway = { promised: 2, picked: 0, packed: 0, underway: 2, following: 0 };
  const empty = { promised: 0, picked: 0, packed: 0, underway: 0, following: 0 };

  test('leads where it should from every state, and nowhere else', () => {
    expect(everyWay(shipmentWorkflow, empty)).toEqual({
      open: 'cancel→ cancelled',
      packed: 'reopen→ open, handOver→ handedOver',
      handedOver: 'correctWaybill→ handedOver, end→ notDelivered',
      delivered: '',
      notDelivered: '',
      cancelled: '',
    });
    expect(everyWay(shipmentWorkflow, packed).open).toBe('close→ packed');
    expect(everyWay(shipmentWorkflow, underway).handedOver).toBe(
      'correctWaybill→ handedOver, deliver→ delivered, end→ notDelivered',
    );
    // While some of it is still being handed over, it is not delivered.
    expect(everyWay(shipmentWorkflow, { ...underway, following: 1 }).handedOver).toBe(
      'correctWaybill→ handedOver, end→ notDelivered',
    );
  });
  test('is not closed while it is empty, or while something promised is not packed', () => {
    expect(outcome(shipmentWorkflow, 'open', 'close', empty)).toBe('✗ something is in it');
    for (const picked of [0, 1])
      expect(outcome(shipmentWorkflow, 'open', 'close', { ...empty, promised: 2, picked, packed: 1 })).toBe(
        '✗ everything promised to it is packed',
      );
  });
  test('is not cancelled once something of it is picked or packed', () => {
    for (const some of [
      { ...empty, promised: 2, picked: 1 },
      { ...empty, promised: 2, packed: 1 },
    ])
      expect(outcome(shipmentWorkflow, 'open', 'cancel', some)).toBe('✗ nothing of it is picked');
  });
  test('takes its items out of the house when it is handed over, and not before', () => {
    const done = (state: string, step: string) =>
      decide(shipmentWorkflow, { code: 'S', state }, { ...packed, underway: 2 }, { step, where: null })
        .effects;
    expect(done('packed', 'handOver')).toEqual(['note the waybill', 'ship its items']);
    expect(done('handedOver', 'deliver')).toEqual(['its items arrive']);
    expect(done('packed', 'reopen')).toEqual([]);
  });
});

test('who picks and packs sees what is left: each thing counts as picked and as packed from then on', () => {
  const states = ['sorted', 'stored', 'picked', 'packed', 'shipped', 'resold', 'exchanged'];
  const all = [...states, 'returnedToBuyer', 'returnedToExporter', 'lost', 'received'];
  const gone = ['packed', 'shipped', 'resold', 'exchanged', 'returnedToBuyer', 'returnedToExporter'];
  expect(all.filter((state) => wayOut(state).picked)).toEqual(['picked', ...gone]);
  expect(all.filter((state) => wayOut(state).packed)).toEqual(gone);
});

test.each([returnOrderWorkflow, consignmentWorkflow, shipmentWorkflow])(
  'every effect of the $name.en is ordered by a step, and every order is one of its effects',
  ({ states, effects }) => {
    const ways = Object.values<{ on?: object }>(states).flatMap(({ on }) => Object.values(on ?? {}).flat());
    const ordered = (ways as { actions?: string | string[] }[]).flatMap(({ actions }) => actions ?? []);
    expect([...new Set(ordered)].sort()).toEqual(Object.keys(effects).sort());
  },
);

test('a ticket ends, a return ends, a consignment and a shipment end: what is over has no way on', () => {
  const ends = (states: object) =>
    Object.entries<{ type?: string }>(states as never).flatMap(([id, { type }]) =>
      type === 'final' ? [id] : [],
    );
  expect(ends(returnOrderWorkflow.states)).toEqual(['rejected', 'cancelled']);
  expect(ends(consignmentWorkflow.states)).toEqual(['settled']);
  expect(ends(shipmentWorkflow.states)).toEqual(['delivered', 'notDelivered', 'cancelled']);
});
