import type { Ledger } from '../plant/handset.ts';
import { answersIn, rowsOf } from '../plant/outside.ts';
import { verified } from '../plant/server.ts';

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** Holds the database against what its people were told: sentences about all that does not agree. */
export async function reconciled(
  url: string,
  ledger: Ledger,
  believed: ReadonlyMap<string, string>,
): Promise<string[]> {
  const faults = [...new Set(ledger.untruthful)];
  const kept = await answersIn(url);
  const gone = [...ledger.acknowledged].filter((id) => !kept.has(id));
  if (gone.length) faults.push(`${gone.length} acknowledged scans are gone`);
  const states = new Map(
    (await rowsOf<{ code: string; state: string }>(url, 'select code, state from items')).map(
      ({ code, state }) => [code, state],
    ),
  );
  // The clock may have decided meanwhile what its exporter did not.
  const byItself: Readonly<Record<string, string>> = { awaitingInstruction: 'sorted', atVendor: 'atVendor' };
  for (const [code, state] of believed) {
    const there = states.get(code);
    if (there !== state && there !== byItself[state])
      faults.push(`${code} was ${state} when last seen, and is ${there}`);
  }
  const books = await verified(url);
  if (books) faults.push(books);
  const [late] = await rowsOf<{ n: number }>(
    url,
    `select count(*) as n from deadlines d join items i on i.id = d.subject_id
    where d.ended_at is null and i.state in ('resold','exchanged','returnedToBuyer','returnedToExporter','destroyed','lost','cancelled')`,
  );
  if (Number(late?.n)) faults.push(`${late?.n} clocks run on things whose story has ended`);
  const [homeless] = await rowsOf<{ n: number }>(
    url,
    `select count(*) as n from items
    where (location_id is not null) <> (state in ('received','inspected','awaitingInstruction','sorted','stored','inRepair','toCheck')) and state not in ('sorted','inRepair','toCheck')`,
  );
  if (Number(homeless?.n)) faults.push(`${homeless?.n} things are in two places or in none`);
  return faults;
}

/** How many went from where to where. */
export const flowsIn = (url: string): Promise<Flow[]> =>
  rowsOf<Flow>(
    url,
    `select from_state as "from", to_state as "to", count(*) as n from item_events
    where from_state <> to_state group by from_state, to_state order by 3 desc`,
  );
