import type { Hit } from './hits.ts';

/** The stations of the handheld, which each work with things of their own. */
export const stationNames = ['receive', 'inspect', 'putAway', 'bench', 'pick', 'pack', 'find'] as const;
export type Station = (typeof stationNames)[number];
type Kind = Hit['kind'];

/** What each station of the handheld works with. Anything else it refuses by the name of what it is. */
const wanted: Readonly<Record<Station, readonly Kind[]>> = {
  receive: ['item', 'location', 'returnOrder', 'parcel', 'sku', 'several'],
  inspect: ['item', 'several'],
  putAway: ['item', 'location', 'several'],
  bench: ['item', 'ticket', 'several'],
  pick: ['item', 'shipment', 'several'],
  pack: ['item', 'shipment', 'several'],
  find: ['item', 'location', 'returnOrder', 'parcel', 'ticket', 'shipment', 'consignment', 'sku', 'several'],
};

/** Whether a station works with it; of several things it works with one of them at least. */
export function fitsAt(station: Station, hit: Hit): boolean {
  if (hit.kind === 'several') return hit.meanings.some((one) => fitsAt(station, one.hit));
  if (hit.kind === 'location' && station === 'receive') return hit.receives;
  return wanted[station].includes(hit.kind);
}
