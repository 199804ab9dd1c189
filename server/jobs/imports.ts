import { importsLeft } from '../../db/queries/imports.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Deps } from '../process/deps.ts';
import { carryOn } from '../returns/import-store.ts';

/** Brings to their end the imports at which nobody is any more: their asker left, or the server they ran on stopped. */
export async function finishImports(deps: Deps): Promise<number> {
  const left = await deps.database.as(systemViewer).ask(importsLeft, { now: deps.now() });
  let finished = 0;
  for (const one of left) if (await carryOn(deps, one)) finished++;
  return finished;
}
