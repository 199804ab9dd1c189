import type { Scoped } from '../../db/scope.ts';
import { readSerial } from '../identifiers/serial.ts';
import { inAnotherName, isImei } from '../items/serials.ts';
import { stateOf } from '../items/view.ts';
import { livesOf } from '../returns/announce.ts';
import { openingSentences } from '../words/opening-stock.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { Plan } from './check.ts';
import type { CellFault } from './unit-faults.ts';

type Asked = Pick<Plan, 'row' | 'said' | 'exporter' | 'sku'>;
const numbers = ['serial', 'imei2'] as const;

type Carrying = Asked & {
  readonly column: (typeof numbers)[number];
  readonly serial: string;
  readonly skuId: string;
};
const carriedBy = (one: Asked): Carrying[] =>
  numbers.flatMap((column) => {
    const serial = one.said[column] === undefined ? undefined : readSerial(one.said[column]);
    return serial === undefined ? [] : [{ ...one, column, serial, skuId: one.sku.id }];
  });

/** For rows with a serial or second IMEI: what in any warehouse carries that number already, so that it cannot begin again. */
export async function livesHere(
  db: Scoped,
  rows: readonly Asked[],
): Promise<(row: Asked) => CellFault | undefined> {
  const system = db.asSystem();
  const faults = new Map<number, CellFault>();
  const carrying = rows.flatMap(carriedBy);
  for (const exporterId of new Set(carrying.map(({ exporter }) => exporter.id))) {
    const theirs = carrying.filter(({ exporter }) => exporter.id === exporterId);
    const lifeOf = await livesOf(system, exporterId, theirs);
    for (const one of theirs) {
      const past = lifeOf(one);
      const fault = past ? itsOwn(one, past) : await anothers(system, one);
      if (fault && !faults.has(one.row)) faults.set(one.row, fault);
    }
  }
  return ({ row }) => faults.get(row);
}

const isOver = (state: string) => factsOf(itemWorkflow, state).type === 'final';

/** It is here, or was: what comes back goes on with its old life. */
function itsOwn(
  { column, serial }: Carrying,
  { code, state }: { readonly code: string; readonly state: string },
): CellFault {
  const says = isOver(state) ? openingSentences.cameBefore : openingSentences.alive;
  return { column, words: says(serial, code, stateOf(itemWorkflow, state)) };
}

/** A number of another owner's product that is over with is chance, unless it is a telephone's. */
async function anothers(
  system: Scoped,
  { column, serial, exporter, sku }: Carrying,
): Promise<CellFault | undefined> {
  const other = await inAnotherName(system, { exporterId: exporter.id, gtin: sku.gtin }, serial);
  if (!other || (isOver(other.state) && !isImei(serial))) return undefined;
  return { column, words: openingSentences.anothers(serial, other.code) };
}
