import { importsLeft } from '../../db/queries/imports.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Deps } from '../process/deps.ts';
import { carryOn } from '../returns/import-store.ts';

/** No import keeps the others waiting for longer: after this it goes to the end of their queue. */
const TURN_MS = 5_000;

/** Stores the imports that were accepted, by turns, until none is left that no other process is at. */
export async function finishImports(deps: Deps): Promise<number> {
  const db = deps.database.as(systemViewer);
  let finished = 0;
  while (!deps.ending?.aborted) {
    const [next] = await db.ask(importsLeft, { now: deps.now() });
    if (!next) break;
    const stop = [AbortSignal.timeout(TURN_MS), ...(deps.ending ? [deps.ending] : [])];
    if (await carryOn({ ...deps, ending: AbortSignal.any(stop) }, next)) finished++;
  }
  return finished;
}
