import { dockLater } from '../../shared/words/dock-later.ts';
import { warning } from '../answer.ts';
import { intoCabinet } from '../cabinet.tsx';
import { awaitsCabinet } from '../hazard.ts';
import { namedItem, resolve } from '../scanning.ts';
import type { Receiving } from './use-receiving.ts';

/**
 * A dangerous piece lies on the table: a cabinet takes it, and nothing else is opened or taken in before.
 * @returns whether that is what the scan was for; not where somebody else has laid it into one
 */
export async function cabinetFirst(
  { station, last }: Receiving,
  code: string,
  text: string,
): Promise<boolean> {
  const item = await station.ask('GET /api/v1/items/:code', { code });
  last.set(item);
  if (!awaitsCabinet(item)) return false;
  const { hit } = await resolve(station, text, 'receive');
  if (hit.kind === 'location' && hit.place === 'hazard') last.set(await intoCabinet(station, item, hit.code));
  else station.tell(warning(dockLater.both('cabinetWanted')));
  return true;
}

/** A person says that it waits: it is no longer in the way, and what was said stays on the screen. */
export function layLater({ change, last, station }: Receiving) {
  const { now } = last;
  if (!now) return;
  const { zh, en } = namedItem(now);
  last.set(undefined);
  change({ last: null });
  station.tell(
    warning({
      zh: dockLater.in('zh-CN')('cabinetLater', { name: zh }),
      en: dockLater.in('en')('cabinetLater', { name: en }),
    }),
  );
}
