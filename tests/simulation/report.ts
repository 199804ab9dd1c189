import { rowsOf } from '../plant/outside.ts';

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}
export interface Month {
  readonly title: string;
  readonly orders: number;
  readonly acknowledged: number;
  readonly retries: number;
  readonly kills: number;
  readonly refusals: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/** What went where, what was refused, where everything is, and what does not agree. */
export async function reportOf(url: string, month: Month): Promise<string> {
  const flows = await rowsOf<Flow>(
    url,
    `select from_state as "from", to_state as "to", count(*) as n from item_events
      where from_state <> to_state group by from_state, to_state order by 3 desc, 1, 2`,
  );
  const ends = await rowsOf<{ state: string; things: number; articles: number }>(
    url,
    'select state, count(*) as things, sum(quantity) as articles from items group by state order by 2 desc, 1',
  );
  const refusals = [...month.refusals].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const { title, orders, acknowledged, retries, kills, faults } = month;
  return [
    ...[`# ${title}`, ''],
    `${orders} return orders · ${acknowledged} acknowledged scans · ${retries} sent again · ${kills} kills`,
    ...['', '```mermaid', 'flowchart LR'],
    ...flows.map(({ from, to, n }) => `  ${from} -->|${n}| ${to}`),
    ...['```', '', '| where they are | things | articles |', '|---|--:|--:|'],
    ...ends.map(({ state, things, articles }) => `| ${state} | ${things} | ${articles} |`),
    ...['', '| refused | times |', '|---|--:|'],
    ...refusals.map(([why, n]) => `| ${why} | ${n} |`),
    '',
    ...(faults.length
      ? faults.map((fault) => `✗ ${fault}`)
      : ['✓ every thing is in one place or at one end; scans, counts, clocks, estimates and chains agree']),
    '',
  ].join('\n');
}
