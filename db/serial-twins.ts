import { overStates } from './schema/items.ts';

/** Two things of one exporter's product that carry one number, while both lives go on. */
export interface Twins {
  readonly serial: string;
  readonly one: string;
  readonly other: string;
}
export const serialTwins = `select serial, min(code) as one, max(code) as other from items
  where serial is not null and state not in (${overStates.map((state) => `'${state}'`).join(', ')})
  group by exporter_id, sku_id, serial having count(*) > 1 and exporter_id is not null and sku_id is not null
  order by serial limit 20`;

/** What to do where an older version let two of one number in: nobody but a person knows which of them is which. */
export function whyNotMigrated(error: unknown, find: () => readonly Twins[]): unknown {
  const twins = found(find);
  if (twins.length === 0) return error;
  const each = twins.map(({ serial, one, other }) => `${serial}: ${one}, ${other}`).join('; ');
  return new Error(
    `Nothing was migrated: two items carry one serial number. Start the version that ran before, correct the serial of one of each pair (更正 Correct, on its page), and start this one again. ${each}`,
    { cause: error },
  );
}

function found(find: () => readonly Twins[]): readonly Twins[] {
  try {
    return find();
  } catch {
    // It did not come as far as having items.
    return [];
  }
}
