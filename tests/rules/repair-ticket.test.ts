import { expect, test } from 'vitest';
import { decide } from '../../server/workflow/decide.ts';
import { ticketWorkflow } from '../../server/workflow/ticket.ts';
import type { TicketFacts } from '../../server/workflow/ticket-guards.ts';
import { everyWay, outcome } from './outcome.ts';

const fine: TicketFacts = {
  ...{ diagnosed: true, withinLimit: false, arrived: true },
  ...{ outcomeMeans: null, agreed: true, newestNamed: null },
};
const after = (state: string, step: string, facts: Partial<TicketFacts> = {}) =>
  outcome(ticketWorkflow, state, step, { ...fine, ...facts });
const working = [
  'diagnosing',
  'awaitingApproval',
  'declined',
  'approved',
  'awaitingParts',
  'inRepair',
  'rework',
];
const open = ['intake', ...working, 'ready'];

test('a ticket leads where it should from every state, and nowhere else', () => {
  expect(everyWay(ticketWorkflow, fine)).toEqual({
    intake: 'takeIn→ diagnosing, cancel→ cancelled',
    diagnosing:
      'diagnose→ diagnosing, quote→ awaitingApproval, noFault→ ready, giveBack→ ready, cancel→ cancelled',
    awaitingApproval:
      'quote→ awaitingApproval, approve→ approved, decline→ declined, expire→ declined, giveBack→ ready, cancel→ cancelled',
    declined: 'quote→ awaitingApproval, giveBack→ ready, cancel→ cancelled',
    approved: 'waitForParts→ awaitingParts, start→ inRepair, giveBack→ ready, cancel→ cancelled',
    awaitingParts: 'partsArrived→ approved, giveBack→ ready, cancel→ cancelled',
    inRepair:
      'quote→ awaitingApproval, waitForParts→ awaitingParts, finish→ ready, giveBack→ ready, cancel→ cancelled',
    ready: 'pass→ closed, fail→ rework, cancel→ cancelled',
    rework: 'start→ inRepair, giveBack→ ready, cancel→ cancelled',
    closed: '',
    cancelled: '',
  });
});

test('nobody takes in what has not reached them, nor starts again on it', () => {
  expect(after('intake', 'takeIn', { arrived: false })).toBe('✗ it has reached whoever repairs it');
  expect(after('rework', 'start', { arrived: false })).toBe('✗ it has reached whoever repairs it');
});

test('nothing is quoted before it is diagnosed, however cheap', () => {
  for (const state of ['diagnosing', 'awaitingApproval', 'declined', 'inRepair'])
    for (const withinLimit of [true, false, null])
      expect(after(state, 'quote', { diagnosed: false, withinLimit })).toMatch('✗ it has a diagnosis');
});

test('within the agreed limit it goes on at once, above it the exporter is asked and a clock starts', () => {
  for (const state of ['diagnosing', 'awaitingApproval', 'declined', 'inRepair']) {
    expect(after(state, 'quote', { withinLimit: true })).toBe('→ approved');
    expect(after(state, 'quote', { withinLimit: false })).toBe('→ awaitingApproval');
    expect(after(state, 'quote', { withinLimit: null })).toBe('→ awaitingApproval');
  }
  const asked = decide(ticketWorkflow, { code: 'T', state: 'diagnosing' }, fine, {
    step: 'quote',
    where: null,
  });
  expect(asked.effects).toEqual(['note the estimate', 'ask the exporter', 'start the clock for the answer']);
  const within = { ...fine, withinLimit: true };
  expect(
    decide(ticketWorkflow, { code: 'T', state: 'diagnosing' }, within, { step: 'quote', where: null })
      .effects,
  ).toEqual(['note the estimate', 'approve it within the limit', 'stop the clock', 'tell the exporter']);
});

test('no work begins or ends that nobody agreed to', () => {
  expect(after('approved', 'start', { agreed: false, newestNamed: null })).toBe('✗ its repair was agreed');
  expect(after('inRepair', 'finish', { agreed: false })).toBe('✗ its repair was agreed');
});

test('what was repaired is finished, what was not is given back, never the other way round', () => {
  for (const means of ['failed', 'declined', 'exchanged'])
    expect(after('inRepair', 'finish', { outcomeMeans: means })).toBe('✗ its outcome says it was repaired');
  expect(after('inRepair', 'finish', { outcomeMeans: 'repaired' })).toBe('→ ready');
  for (const state of working) {
    for (const means of ['repaired', 'exchanged'])
      expect(after(state, 'giveBack', { outcomeMeans: means })).toBe(
        '✗ its outcome says it was not repaired',
      );
    for (const means of ['failed', 'declined'])
      expect(after(state, 'giveBack', { outcomeMeans: means })).toBe('→ ready');
  }
});

test('an answer, a refusal or silence stops the clock, and whoever repairs is told', () => {
  for (const step of ['approve', 'decline', 'expire']) {
    const { effects } = decide(ticketWorkflow, { code: 'T', state: 'awaitingApproval' }, fine, {
      step,
      where: null,
    });
    expect(effects).toContain('stop the clock');
    expect(effects).toContain('tell whoever repairs');
  }
});

test('every open ticket can be called off, and every end of the work tells its item', () => {
  for (const state of open) expect(after(state, 'cancel')).toBe('→ cancelled');
  for (const [state, step] of [
    ['diagnosing', 'noFault'],
    ['inRepair', 'finish'],
    ...working.map((state) => [state, 'giveBack']),
  ] as [string, string][])
    expect(decide(ticketWorkflow, { code: 'T', state }, fine, { step, where: null }).effects).toContain(
      'tell its item',
    );
});
