import { odd } from '../shared/words/odd.ts';
import { warning } from './answer.ts';
import type { Item } from './item-card.tsx';
import { PlaceProposal, usePlaces } from './places.tsx';
import { placingOf } from './placing.ts';
import { takeItemStep } from './scanning.ts';
import type { StationState } from './use-station.ts';

/** Into which cabinet. */
export function Cabinet({ item }: { readonly item: Item }) {
  const proposals = usePlaces(item);
  return proposals && <PlaceProposal proposals={proposals} at={0} />;
}

/** Lays it into the cabinet that was scanned. */
export async function intoCabinet(station: StationState, item: Item, place: string): Promise<Item> {
  const [placing] = placingOf(item);
  const after = await takeItemStep(station, item, placing?.step ?? 'move', { location: place });
  station.tell(
    warning({
      zh: odd.in('zh-CN')('inCabinet', { place }),
      en: odd.in('en')('inCabinet', { place }),
    }),
  );
  return after;
}
