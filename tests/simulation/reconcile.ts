import type { Ledger } from '../plant/handset.ts';
import { answersIn, rowsOf } from '../plant/outside.ts';
import { verified } from '../plant/server.ts';
import type { Books, Known } from './books.ts';
import type { Played } from './play.ts';
import { shipped } from './reconcile-shipments.ts';

/** What its people were told, and until when. */
type SimulationResult = Pick<Played, 'ledger' | 'books' | 'now'>;
interface Row {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly quantity: number;
  readonly custody: string;
  readonly placed: number;
  readonly came: number;
}
/** In each state a thing is in the hands of exactly one, and lies in a place of ours or does not. */
const whereabouts: Readonly<Record<string, readonly [custody: RegExp, placed: 'yes' | 'no']>> = {
  announced: [/^exporter$/, 'no'],
  missing: [/^exporter$/, 'no'],
  received: [/^hub$/, 'yes'],
  inspected: [/^hub$/, 'yes'],
  awaitingInstruction: [/^hub$/, 'yes'],
  sorted: [/^hub$/, 'yes'],
  stored: [/^hub$/, 'yes'],
  inRepair: [/^hub$/, 'yes'],
  toCheck: [/^hub$/, 'yes'],
  atVendor: [/^(hub|vendor)$/, 'no'],
  picked: [/^hub$/, 'no'],
  packed: [/^hub$/, 'no'],
  shipped: [/^carrier$/, 'no'],
  resold: [/^buyer$/, 'no'],
  returnedToExporter: [/^exporter$/, 'no'],
  destroyed: [/^nobody$/, 'no'],
};
/** Steps that nobody asks for by name: they follow on a step of a ticket, a consignment, a shipment, or on a clock. */
const follows = new Set([
  ...['announce', 'receiveBlind', 'split', 'handOver', 'finishWork', 'ship', 'arrive', 'expire'],
]);

/** Holds the database against the books of its people: a sentence about everything that does not agree. */
export async function reconciled(
  url: string,
  { ledger, books, now }: SimulationResult,
  itsOwn: (url: string) => Promise<string> = verified,
): Promise<string[]> {
  const ask = <R>(text: string) => rowsOf<R>(url, text);
  const items = await ask<Row>(
    `select id, code, state, quantity, custody, location_id is not null as placed, received_at is not null as came from items`,
  );
  const unbalanced = await itsOwn(url);
  return [
    ...new Set(ledger.untruthful),
    ...(await promises(url, ledger)),
    ...articles(items, books),
    ...items.flatMap((row) => thing(row, books.things.get(row.code))),
    ...(await histories(ask, items, books)),
    ...(await clocks(ask, now)),
    ...(await repairs(ask, books)),
    ...(await shipped(ask, books)),
    ...(unbalanced ? [unbalanced] : []),
  ];
}
export type Ask = <R>(text: string) => Promise<R[]>;

/** What was answered was heard, and what was heard is there. */
async function promises(url: string, { acknowledged }: Ledger): Promise<string[]> {
  const kept = await answersIn(url);
  const people = new Set([...acknowledged].map((id) => id.split(' ')[0]));
  const gone = [...acknowledged].filter((id) => !kept.has(id));
  const unheard = [...kept].filter((id) => people.has(id.split(' ')[0]) && !acknowledged.has(id));
  return [
    ...(gone.length ? [`${gone.length} acknowledged scans are gone`] : []),
    ...(unheard.length ? [`${unheard.length} scans were done and nobody was told`] : []),
  ];
}

function articles(items: readonly Row[], { things, agreed, unannounced }: Books): string[] {
  const sum = (some: readonly Pick<Row, 'quantity'>[]) => some.reduce((n, { quantity }) => n + quantity, 0);
  const counts = [
    ['were agreed or came by themselves', agreed + unannounced, sum(items)],
    [
      'came in',
      sum([...things.values()].filter(({ cameIn }) => cameIn)),
      sum(items.filter(({ came }) => came)),
    ],
  ] as const;
  const unseen = [...things.keys()].filter((code) => !items.some((row) => row.code === code));
  return [
    ...counts.flatMap(([what, books, house]) =>
      books === house ? [] : [`${books} articles ${what}, and the house has ${house}`],
    ),
    ...unseen.map((code) => `${code} is gone`),
  ];
}

function thing(row: Row, known: Known | undefined): string[] {
  if (!known) return [`${row.code} is in the house's books and in nobody's`];
  const [custody, placed] = whereabouts[row.state] ?? [/^$/, 'no'];
  const byItsClock = known.state === 'awaitingInstruction' && row.state === 'sorted';
  return [
    ...(row.state === known.state || byItsClock
      ? []
      : [`${row.code} was ${known.state} when last seen, and is ${row.state}`]),
    ...(row.quantity === known.quantity
      ? []
      : [`${row.code} was ${known.quantity} articles, and is ${row.quantity}`]),
    ...(custody.test(row.custody) && (placed === 'yes') === Boolean(row.placed)
      ? []
      : [
          `${row.code}, ${row.state}, is in the hands of ${row.custody}, ${row.placed ? 'in a' : 'in no'} place`,
        ]),
  ];
}

/** Each step that somebody was told is done has happened once, in that order, and no other has. */
async function histories(ask: Ask, items: readonly Row[], { things }: Books): Promise<string[]> {
  const events = await ask<{ itemId: string; step: string; toState: string }>(
    'select item_id as "itemId", step, to_state as "toState" from item_events order by item_id, seq',
  );
  const happened = new Map<string, typeof events>();
  for (const event of events) happened.set(event.itemId, [...(happened.get(event.itemId) ?? []), event]);
  const looked = await ask<{ itemId: string; n: number }>(
    'select item_id as "itemId", count(*) as n from inspections group by item_id',
  );
  const inspections = new Map(looked.map(({ itemId, n }) => [itemId, Number(n)]));
  return items.flatMap(({ id, code, state }) => {
    const all = happened.get(id) ?? [];
    const steps = all.map(({ step }) => step).filter((step) => !follows.has(step));
    const told = things.get(code)?.steps ?? [];
    const inspected = told.filter((step) => step === 'inspect' || step === 'passCheck').length;
    return [
      ...(String(steps) === String(told) ? [] : [`${code}: ${steps} instead of ${told}`]),
      ...(all.at(-1)?.toState === state ? [] : [`${code} is ${state}, which its history does not say`]),
      ...((inspections.get(id) ?? 0) === inspected ? [] : [`${code} was not inspected ${inspected} times`]),
    ];
  });
}

/** A clock runs on whatever waits for an answer or is missing, one and no more, and on nothing else; none is late. */
async function clocks(ask: Ask, now: number): Promise<string[]> {
  const [late] = await ask<{ n: number }>(
    `select count(*) as n from deadlines where ended_at is null and due_at < ${now}`,
  );
  const astray = await ask<{ code: string }>(
    `select d.code from deadlines d where d.ended_at is null
      and not exists (select 1 from items i where i.id = d.subject_id and i.state in ('awaitingInstruction', 'missing'))
      and not exists (select 1 from tickets t where t.id = d.subject_id and t.state = 'awaitingApproval')`,
  );
  const without = await ask<{ code: string }>(
    `select w.code from (select id, code from items where state in ('awaitingInstruction', 'missing')
        union all select id, code from tickets where state = 'awaitingApproval') w
      where 1 <> (select count(*) from deadlines d where d.subject_id = w.id and d.ended_at is null)`,
  );
  return [
    ...(Number(late?.n) ? [`${late?.n} clocks have run out and nothing came of it`] : []),
    ...astray.map(({ code }) => `a clock runs on ${code}, which waits for nobody`),
    ...without.map(({ code }) => `${code} waits, and not by one clock`),
  ];
}

/** What a repair costs and what was said to that; an open ticket for each thing in repair; a line for each that is away. */
async function repairs(ask: Ask, { estimates }: Books): Promise<string[]> {
  const rows = await ask<{ code: string; minor: number; decision: string | null }>(
    `select t.code, e.labour_minor + e.parts_minor as minor, e.decision from estimates e join tickets t on t.id = e.ticket_id`,
  );
  const wrong = rows.filter(({ code, minor, decision }) => {
    const told = estimates.get(code);
    const byItsClock = told?.decision === null && decision === 'E8';
    return Number(minor) !== told?.minor || (decision !== told.decision && !byItsClock);
  });
  const loose = await ask<{ code: string }>(
    `select i.code from items i where (i.state in ('inRepair', 'atVendor', 'toCheck')) <>
      (1 = (select count(*) from tickets t where t.item_id = i.id and t.closed_at is null))
      or (i.state = 'atVendor') <>
      (1 = (select count(*) from consignment_lines l where l.item_id = i.id and l.back_at is null))`,
  );
  return [
    ...(rows.length === estimates.size
      ? []
      : [`${estimates.size} estimates, and the house has ${rows.length}`]),
    ...wrong.map(({ code, minor, decision }) => `${code} costs ${minor} and was answered ${decision}`),
    ...loose.map(({ code }) => `${code} has not the ticket or the line that its state wants`),
  ];
}
