import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { call as theClient } from '../../client/shared/api.ts';
import type { useMay } from '../../client/shared/signed-in.tsx';
import { itemEvents, items } from '../../db/schema/items.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { seenBy } from '../../db/seen-by.ts';
import { itemInChinese } from '../../server/documentation/documentation-zh.ts';
import { route } from '../../server/http/route.ts';
import { itemEntity } from '../../server/items/item-entity.ts';
import { during, type Effect, type StepContext } from '../../server/workflow/effects.ts';
import { Engine } from '../../server/workflow/engine.ts';
import { workflow } from '../../server/workflow/workflow.ts';
import type { Rows } from '../../server/workflow/workflows.ts';

type AskedOfMay = Parameters<ReturnType<typeof useMay>>[0];
const nothing = z.object({});
const words = { zh: '', en: '' };
const plain = { zh: '', en: '', phase: 'day', description: '' };
const hidden = { exporter: 'nothing', vendor: 'nothing' } as const;
const steps = { go: { button: words, needs: 'items.read', asks: nothing } } as const;
const plan = { name: words, phases: {}, steps, effects: {}, guards: {}, initial: 'home' } as const;
const declared = { summary: '', input: nothing, reply: nothing, handle: async () => ({}) };
const changing = { ...declared, needs: 'items.read' } as const;

/** Never called: the compiler is the test. */
export function whatDoesNotCompile(
  db: Scoped,
  tx: Writing,
  undeclared: SQLiteTable,
  call: typeof theClient,
  trigger: StepContext<Rows['item']>['trigger'],
) {
  // @ts-expect-error a table that does not say who may see its rows cannot be asked
  void db.find(undeclared);
  // @ts-expect-error nor counted
  void db.count(undeclared);
  // @ts-expect-error outside a transaction nothing can be written
  void db.add(items, {});
  // @ts-expect-error nor changed
  void db.change(items, { id: 'I1' }, { state: 'stored' });
  // @ts-expect-error an event has no id by which it could be changed
  void tx.change(itemEvents, { id: 'E1' }, { step: 'ship' });
  // @ts-expect-error nor removed
  void tx.remove(itemEvents, { id: 'E1' });
  // @ts-expect-error a rule of sight may only name columns that exist
  seenBy({ ...hidden, staff: (me) => ({ wharehouse: me.warehouse }) }, items);
  // @ts-expect-error a rule of sight speaks for every kind of viewer
  seenBy({ exporter: 'nothing', vendor: 'nothing' }, items);
  // @ts-expect-error a route says what it needs
  route('GET /api/v1/x', declared);
  // @ts-expect-error and needs a permission that exists
  route('GET /api/v1/x', { ...declared, needs: 'items.steal' });
  // @ts-expect-error what changes something says whether it is done once
  route('POST /api/v1/x', changing);
  // @ts-expect-error and if not, why
  route('POST /api/v1/x', { ...changing, once: false });
  // @ts-expect-error in a sentence
  route('DELETE /api/v1/x', { ...changing, once: 'no' });
  // @ts-expect-error strangers have no keys of their own
  route('POST /api/v1/x', { ...changing, once: true, open: true });
  // @ts-expect-error and what only reads has none at all
  route('GET /api/v1/x', { ...changing, once: true });
  // @ts-expect-error the client knows which routes there are
  void call('GET /api/v1/secrets', {});
  // @ts-expect-error and which steps
  void call('POST /api/v1/items/:code/steps', { code: 'RT1', scanId: 'scan-0001', step: 'explode' });
  const move = { code: 'RT1', scanId: 'scan-0001', step: 'move' } as const;
  // @ts-expect-error and what each of them asks
  void call('POST /api/v1/items/:code/steps', { ...move, locatoin: 'A-01' });
  // @ts-expect-error a thing is told a step of its own workflow
  void trigger('item', 'I1', 'finishWrok', {});
  // @ts-expect-error with what that step is given
  void trigger('ticket', 'T1', 'fail', { raeson: 'it hums' });
  // @ts-expect-error with all of it
  void trigger('item', 'I1', 'replace', {});
  // @ts-expect-error and with no more
  void trigger('item', 'I1', 'finishWork', { note: 'done' });
  // @ts-expect-error an effect is for steps that exist
  during('item', ['holt'], () => ({}));
  // @ts-expect-error and reads what all of them are given
  during('item', ['hold', 'liftHold'], (_system, { input }) => ({ decidedReason: input.reason }));
  // @ts-expect-error without naming them it knows nothing of what was given
  const untold: Effect<Rows['item']> = (_system, { input }) => ({ serial: input.serial });
  // @ts-expect-error each entity stands under its own name
  new Engine({ ticket: itemEntity });
  // @ts-expect-error a step leads to a state that exists
  workflow({ ...plan, states: { home: { ...plain, on: { go: { target: 'awya' } } }, away: plain } });
  const rain = { go: { target: 'away', guard: 'it rains' } } as const;
  // @ts-expect-error a guard is one of those declared
  workflow({ ...plan, states: { home: { ...plain, on: rain }, away: plain } });
  const ring = { go: { target: 'away', actions: 'ring' } } as const;
  // @ts-expect-error an effect is one of those declared
  workflow({ ...plan, states: { home: { ...plain, on: ring }, away: plain } });
  // @ts-expect-error a screen asks for permissions that there are
  void ('items.recieve' satisfies AskedOfMay);
  // @ts-expect-error no state is without its Chinese sentence
  itemInChinese.limbo;
  return untold;
}
