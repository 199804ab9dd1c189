import { Failure } from '../../shared/failure.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { heldOr, success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { takeItemStep } from '../scanning.ts';
import type { Together } from './job.ts';
import { expectedOf } from './match.ts';
import type { Receiving } from './use-receiving.ts';

const pieces = (all: readonly Together[]) => all.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * What this person counted of each lot is received; the rest of it stays announced, or with whoever counted it. Each lot
 * has a label of its own, and what one press took in another takes back.
 */
export async function receiveCounted(work: Receiving) {
  // Somebody else may have taken in of the same lot meanwhile: what is left of it is another piece then.
  await work.renew();
  const came: Item[] = [];
  for (const [number, quantity] of Object.entries(work.mine())) {
    const order = work.order.now;
    const line = order?.lines.find((one) => one.number === Number(number));
    const [piece] = order && line ? expectedOf(order, line) : [];
    const item = piece && (await work.receive(piece, { quantity }));
    if (item) came.push(item);
    // The dangerous one comes first: the other lots stay counted until it lies in its cabinet.
    if (work.dangerous()) break;
  }
  if (came.length < 2 || work.dangerous()) return;
  const together = came.map(({ code, quantity }) => ({ code, quantity }));
  work.change({ together });
  const got = success(dockLater.both('gotTogether', { count: pieces(together), labels: together.length }));
  work.station.tell(came.reduce((answer, item) => heldOr(item, answer), got));
}

/** Takes back all that one press took in; what cannot be taken back any more is said, and stays on the screen. */
export async function undoTogether(work: Receiving) {
  const { together } = work.job.now;
  const left: Together[] = [];
  for (const one of together.toReversed()) if (!(await takenBack(work, one.code))) left.unshift(one);
  const last = left.at(-1)?.code ?? null;
  work.last.set(
    last === null ? undefined : await work.station.ask('GET /api/v1/items/:code', { code: last }),
  );
  work.change({ together: left, last, doubt: null });
  await work.renew();
  const count = pieces(together) - pieces(left);
  work.station.tell(
    left.length === 0
      ? success(dockLater.both('undone', { count }))
      : warning(dockLater.both('undoneInPart', { count, left: left.map(({ code }) => code).join('、') })),
  );
}

async function takenBack({ station }: Receiving, code: string): Promise<boolean> {
  const item = await station.ask('GET /api/v1/items/:code', { code });
  if (item.undo === null) return false;
  try {
    await takeItemStep(station, item, item.undo);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.status === 409) return false;
    throw error;
  }
}
