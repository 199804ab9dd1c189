import { importUnder } from '../../db/queries/imports.ts';
import { organisationById } from '../../db/queries/master-data.ts';
import { importParts, imports } from '../../db/schema/imports.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Viewer } from '../../db/seen-by.ts';
import type { Actor } from '../access/permissions.ts';
import { shanghaiDate } from '../customs/dates.ts';
import type { BackgroundTask, Piece, Progress, TaskKind } from '../entities/background-tasks.ts';
import { notFound, type Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { importNoun, importSentences } from '../words/import.ts';
import { enterOrder } from './enter.ts';
import { citeFaults, faultsOfGroup, skusOfGroups } from './import-check.ts';
import type { Report } from './import-report.ts';
import type { Group } from './import-sheet.ts';
import { codesKnown, OrderAsk } from './submit.ts';

/**
 * So many lines at once, or one return order: a scan that comes in waits for no more than that. Where others write too,
 * it is one return order: the shorter a piece is, the less often somebody else gets there first.
 */
const maxLinesPerPiece = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 4 : 1);

const viewerOf = ({ askedBy, exporterId }: BackgroundTask): Viewer => ({
  ...{ as: 'exporter', id: askedBy, organisation: exporterId },
});

/** What was accepted is stored as it was accepted, whatever its asker may do by now; and nothing else. */
const asAccepted = (viewer: Viewer): Actor => ({
  ...{ id: viewer.id, name: '', role: 'exporterMember', roles: ['exporterMember'] },
  ...{ viewer, permissions: new Set(['returns.submit']), device: null },
});

/** An accepted spreadsheet: its parts are return orders. */
export const importTask: TaskKind = {
  viewer: viewerOf,
  piece: async (tx, piece) => {
    const groups = groupsOf(piece, piece.isSmallest ? 1 : maxLinesPerPiece(tx));
    const orders: Report['orders'] = [];
    const { warehouse } = await importOf(tx, piece.task.id);
    for (const group of groups) orders.push(await store(tx, piece, group, warehouse));
    return note(tx, piece, { count: groups.length, orders, faults: [] });
  },
  // Something changed since the check. What cannot be stored for that is left out and named; the others are stored.
  refused: async (tx, piece, why) => {
    const [group] = groupsOf(piece, 1);
    const faults = group ? await whyNot(tx, group, why, piece.context) : [];
    return note(tx, piece, { count: 1, orders: [], faults });
  },
  about: async () => ({ import: 'yes' }),
};

async function importOf(tx: Writing, id: string) {
  const [one] = await tx.ask(importUnder, { id });
  if (!one) throw notFound(importNoun, id);
  return one;
}

function groupsOf({ parts }: Piece, maxLines: number): readonly Group[] {
  const groups = parts as readonly Group[];
  let lines = 0;
  const tooMany = groups.findIndex((group, i) => {
    lines += group.lines.length;
    return i > 0 && lines > maxLines;
  });
  return tooMany < 0 ? groups : groups.slice(0, tooMany);
}

async function store(
  tx: Writing,
  { task, engine, context }: Piece,
  { head, asWritten, lines }: Group,
  warehouse: string,
) {
  const ask = {
    ...OrderAsk.parse({ ...head, ...(asWritten ? { asWritten } : {}), warehouse, lines }),
    submit: true,
  };
  const { code, state } = await enterOrder(tx, { engine, actor: asAccepted(viewerOf(task)), context }, ask);
  return { code, reference: head.reference ?? '', lines: lines.length, state };
}

async function whyNot(
  tx: Writing,
  group: Group,
  problem: Problem,
  { now }: RequestContext,
): Promise<FoundFault[]> {
  const exporterId = tx.viewer.as === 'exporter' ? tx.viewer.organisation : '';
  const skus = await skusOfGroups(tx, exporterId, [group]);
  const [exporter] = await tx.ask(organisationById, { id: exporterId });
  const citation = exporter?.exportCitation ?? 'need not';
  const found = [
    ...faultsOfGroup(group, { codes: await codesKnown(tx), skus, today: shanghaiDate(now) }),
    ...(await citeFaults(tx, exporterId, [group], { citation })),
  ];
  if (found.length) return found.map((one) => ({ ...one, words: importSentences.leftOut(one.words) }));
  const { rows, head } = group;
  const words = importSentences.leftOut(importSentences.rows(rows, problem.words));
  return [{ row: rows[0] ?? 0, column: 'reference', value: head.reference ?? '', words }];
}

type Noted = Pick<Report, 'orders'> & { readonly count: number; readonly faults: readonly FoundFault[] };
/** Writes what became of a piece into the report, in the transaction that stored it. */
async function note(tx: Writing, { task, context }: Piece, { count, ...noted }: Noted): Promise<Progress> {
  const one = await importOf(tx, task.id);
  const done = task.done + count;
  const part = { importId: task.id, askedBy: task.askedBy, upTo: done, ...noted };
  await tx.add(importParts, { id: `${task.id} ${task.done}`, ...part });
  const isFinished = done === one.orders;
  if (isFinished) await tx.change(imports, one, { finishedAt: context.now });
  return { done, isFinished };
}
