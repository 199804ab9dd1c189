import { ordersWithReferences } from '../../db/queries/returns.ts';
import type { CitationRule } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { citeExports } from '../exported-orders/cite.ts';
import { documentFaults } from '../exported-orders/document-faults.ts';
import { proposedSkus, type UnknownSku } from '../exported-orders/proposed-skus.ts';
import type { Used } from '../exported-orders/take.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { readSerial } from '../identifiers/serial.ts';
import { isImei } from '../items/serials.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import { importSentences } from '../words/import.ts';
import { returnSentences } from '../words/returns.ts';
import { inBatches, livesOf, skusOf, stillHere } from './announce.ts';
import { withOwnCode } from './as-kept.ts';
import { missing } from './cited.ts';
import type { Group } from './import-sheet.ts';
import { codesKnown, faultsOf, type LineAsk, MAX_LINES } from './submit.ts';
import { unknownSkus } from './unknown-skus.ts';

/**
 * What is wrong with a sheet as far as the house knows: codes, dates, numbers and serials in use. It only reads, in turns
 * with the scans; what changes between here and the storing is told when it is stored.
 */
export async function faultsInside(
  db: Scoped,
  exporterId: string,
  groups: readonly Group[],
  { today, citation, keep }: Asked,
): Promise<FoundFault[]> {
  const codes = await codesKnown(db);
  const unknown: UnknownSku[] = [];
  const used: Used = new Map();
  const letOthersRun = yieldToEventLoop();
  const faults = serialsTwice(groups);
  for (const asWritten of inBatches(groups, 50)) {
    await letOthersRun();
    const skus = await skusOfGroups(db, exporterId, asWritten);
    const some = asWritten.map((group) => withOwnCodes(group, skus));
    for (const group of some) {
      await letOthersRun();
      faults.push(...faultsOfGroup(group, { codes, skus, today }), ...tooManyLines(group));
      if (!isKept(keep, { column: 'exportDocument', code: 'notADocument' }))
        faults.push(...documentFaults(group.lines, group.rows));
      unknown.push(...unknownSkus(group, skus, keep));
    }
    faults.push(...(await referencesTaken(db, exporterId, some)));
    faults.push(...(await citeFaults(db, exporterId, some, { citation, used })));
    faults.push(...(await serialsInHouse(db, exporterId, { groups: some, skus })));
  }
  // A new article may be meant: then a person looks at it.
  const newSkus = await proposedSkus(db, exporterId, unknown);
  return [...faults, ...newSkus.map((fault) => ({ ...fault, may: 'keep' as const }))];
}

/** As they will be stored: with the codes of the catalogue, where the sheet writes them in other letters. */
const withOwnCodes = (group: Group, skus: Skus): Group => ({
  ...group,
  lines: group.lines.map((line) => withOwnCode(line, skus)),
});

interface Asked {
  readonly today: string;
  /** What the exporter's contract says of lines that cite no export. */
  readonly citation: CitationRule;
  readonly keep?: readonly Kept[] | undefined;
}

/** What is wrong with what these return orders say of their exports, beside what those before them take. */
export async function citeFaults(
  db: Scoped,
  exporterId: string,
  groups: readonly Group[],
  { citation, used }: Pick<Asked, 'citation'> & { readonly used?: Used },
): Promise<FoundFault[]> {
  const cited = await citeExports(
    db,
    exporterId,
    groups.map(({ head, lines }) => ({ ...head, lines })),
    used,
  );
  return cited.flatMap(({ lines, faults }, i) =>
    [...faults, ...missing(lines, citation)].map(({ line, field, words }) => {
      const { rows = [], lines: asked = [], head = {} } = groups[i] ?? {};
      const value = asked[line - 1]?.[field as keyof LineAsk] ?? head[field] ?? '';
      const row = rows[line - 1] ?? 0;
      return { row, column: field, value: String(value), words: importSentences.ofRow(words, line, row) };
    }),
  );
}

/** The SKUs that these return orders name, by their codes. */
export const skusOfGroups = (db: Scoped, exporterId: string, groups: readonly Group[]) =>
  skusOf(
    db,
    exporterId,
    groups.flatMap(({ lines }) => lines.map(({ sku }) => ({ skuCode: sku }))),
  );
type Skus = Awaited<ReturnType<typeof skusOfGroups>>;

export const faultsOfGroup = ({ lines, rows }: Group, known: Parameters<typeof faultsOf>[1]): FoundFault[] =>
  faultsOf(lines, known).map(({ line, field, words }) => {
    const value = String(lines[line - 1]?.[field as keyof LineAsk] ?? '');
    const row = rows[line - 1] ?? 0;
    return { row, column: field, value, words: importSentences.ofRow(words, line, row) };
  });

const tooManyLines = ({ head: { reference = '' }, lines, rows }: Group): FoundFault[] => {
  const row = rows[MAX_LINES];
  const words = importSentences.tooManyLines(reference, lines.length, MAX_LINES);
  return row === undefined ? [] : [{ row, column: 'reference', value: reference, words }];
};

async function referencesTaken(
  db: Scoped,
  exporterId: string,
  groups: readonly Group[],
): Promise<FoundFault[]> {
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
): Promise<FoundFault[]> {
  const asked = groups.flatMap(serialsOf);
  const lifeOf = await livesOf(db, exporterId, asked);
  return asked.flatMap(({ sku, serial, value, line, row }) => {
    const past = lifeOf({ serial, skuId: skus.get(sku)?.id ?? null });
    const words = past && stillHere(line, past);
    return words ? [{ row, column: 'serial', value, words: importSentences.ofRow(words, line, row) }] : [];
  });
}

/** The second return order with a serial of a product could not be stored after the first. */
function serialsTwice(groups: readonly Group[]): FoundFault[] {
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
