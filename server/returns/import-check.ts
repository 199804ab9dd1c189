import { ordersWithReferences } from '../../db/queries/returns.ts';
import type { Scoped } from '../../db/scope.ts';
import { readSerial } from '../identifiers/serial.ts';
import { isImei } from '../items/serials.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { importSentences } from '../words/import.ts';
import { returnSentences } from '../words/returns.ts';
import { inBatches, livesOf, skusOf, stillHere } from './announce.ts';
import type { Fault, Group } from './import-sheet.ts';
import { codesKnown, faultsOf, type LineAsk } from './submit.ts';

/**
 * What is wrong with a sheet as far as the house knows: codes, dates, numbers and serials in use. It only reads, in turns
 * with the scans; what changes between here and the storing is told when it is stored.
 */
export async function faultsInside(
  db: Scoped,
  exporterId: string,
  groups: readonly Group[],
  today: string,
): Promise<Fault[]> {
  const codes = await codesKnown(db);
  const letOthersRun = yieldToEventLoop();
  const faults = serialsTwice(groups);
  for (const some of inBatches(groups, 50)) {
    await letOthersRun();
    const skus = await skusOfGroups(db, exporterId, some);
    for (const group of some) {
      await letOthersRun();
      faults.push(...faultsOfGroup(group, { codes, skus, today }));
    }
    faults.push(...(await referencesTaken(db, exporterId, some)));
    faults.push(...(await serialsInHouse(db, exporterId, { groups: some, skus })));
  }
  return faults;
}

/** The SKUs that these return orders name, by their codes. */
export const skusOfGroups = (db: Scoped, exporterId: string, groups: readonly Group[]) =>
  skusOf(
    db,
    exporterId,
    groups.flatMap(({ lines }) => lines.map(({ sku }) => ({ skuCode: sku }))),
  );
type Skus = Awaited<ReturnType<typeof skusOfGroups>>;

export const faultsOfGroup = ({ lines, rows }: Group, known: Parameters<typeof faultsOf>[1]): Fault[] =>
  faultsOf(lines, known).map(({ line, field, words }) => {
    const value = String(lines[line - 1]?.[field as keyof LineAsk] ?? '');
    return { row: rows[line - 1] ?? 0, column: field, value, words };
  });

async function referencesTaken(db: Scoped, exporterId: string, groups: readonly Group[]): Promise<Fault[]> {
  const references = groups.flatMap(({ head }) => head.reference ?? []);
  const taken = await db.list(ordersWithReferences, { exporterId, references });
  const codes = new Map(taken.map(({ reference, code }) => [reference, code]));
  return groups.flatMap(({ head: { reference = '' }, rows: [row = 0] }) => {
    const code = codes.get(reference);
    const words = code && returnSentences.referenceTaken(reference, code);
    return words ? [{ row, column: 'reference', value: reference, words }] : [];
  });
}

/** Each line with a serial, as it will be stored. */
const serialsOf = ({ lines, rows }: Group) =>
  lines.flatMap(({ sku, serial: value }, i) => {
    const serial = value && readSerial(value);
    return serial ? [{ sku, serial, value, line: i + 1, row: rows[i] ?? 0 }] : [];
  });

async function serialsInHouse(
  db: Scoped,
  exporterId: string,
  { groups, skus }: { readonly groups: readonly Group[]; readonly skus: Skus },
): Promise<Fault[]> {
  const asked = groups.flatMap(serialsOf);
  const lifeOf = await livesOf(db, exporterId, asked);
  return asked.flatMap(({ sku, serial, value, line, row }) => {
    const past = lifeOf({ serial, skuId: skus.get(sku)?.id ?? null });
    const words = past && stillHere(line, past);
    return words ? [{ row, column: 'serial', value, words }] : [];
  });
}

/** The second return order with a serial of a product could not be stored after the first. */
function serialsTwice(groups: readonly Group[]): Fault[] {
  const first = new Map<string, Group>();
  return groups.flatMap((group) =>
    serialsOf(group).flatMap(({ sku, serial, value, row }) => {
      const one = `${isImei(serial) ? '' : sku} ${serial}`;
      const other = first.get(one) ?? group;
      first.set(one, other);
      const words = importSentences.serialTwice(serial, other.head.reference ?? '');
      return other === group ? [] : [{ row, column: 'serial', value, words }];
    }),
  );
}
