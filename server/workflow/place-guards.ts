import type { PlaceKind } from '../../db/schema/master-data.ts';
import { heldLiesApart, noRoomAt, placeClosed } from '../words/when-false.ts';
import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

const forPlace = {
  putAway: ['storage', 'quarantine', 'hazard', 'receiving', 'bench'],
  held: ['quarantine', 'hazard', 'receiving'],
};
/** What is decided so waits for somebody, or for its end, and does not wait among stock. */
const awayFromStock = ['quarantine', 'hazard', 'ask', 'destroy'];
/** Where goods lie for long, and stand apart by whose they are and what customs know of them. */
export const isBin = (kind: string) => kind === 'storage' || kind === 'quarantine';

/** Where a receiver stands while a parcel is unpacked; a single thing may also come straight to another place. */
export const isForReceiving = (kind: string) => kind === 'receiving';

type Placed = Pick<ItemFacts, 'hazard' | 'holds' | 'grade' | 'ticket' | 'aim' | 'promised'>;

const mayBeStock = (f: Placed) =>
  f.grade !== null &&
  f.grade !== 'Q' &&
  f.ticket?.state !== 'ready' &&
  f.aim !== null &&
  !awayFromStock.includes(f.aim);

/** To what kinds of places it should be brought, the best first: to whoever waits for it, or else to where it may lie. */
export function kindsOfPlaceFor(f: Placed): PlaceKind[] {
  if (f.hazard) return ['hazard'];
  if (f.holds.length > 0 || !mayBeStock(f)) return ['quarantine'];
  if (f.promised) return ['packing', 'storage'];
  if (f.aim === 'repair') return ['bench', 'storage'];
  if (f.aim === 'vendor') return ['vendor', 'storage'];
  return ['storage'];
}

/** Whether it may lie at the place that a step names. */
export const placeGuards = {
  'there is room at this place': {
    zh: '货位有空',
    otherwise: { zh: '换一个货位。', en: 'Choose another location.' },
    holds: (f) => f.place === null || (f.place.open && f.place.room),
    says: ({ place }) => {
      if (place === null) return undefined;
      return place.open ? noRoomAt(place.code, place.free ?? 0, place.coming) : placeClosed(place.code);
    },
  },
  'there is room for this count': {
    zh: '货位放得下实点数量',
    otherwise: {
      zh: '再数一次。确实有这么多，先移到放得下的货位，再更正数量。',
      en: 'Count again. If there really are so many, move it to a location with room first, then correct the count.',
    },
    holds: (f) => f.place === null || f.place.room,
    says: ({ place }) => (place === null ? undefined : noRoomAt(place.code, place.free ?? 0, place.coming)),
  },
  'this place is made for it': {
    zh: '货位适合此货',
    otherwise: {
      zh: '危险品放危险品柜，挂起的放隔离区，其余放存储区。',
      en: 'Dangerous goods go to the hazard cabinet, goods on hold to quarantine, the rest to storage.',
    },
    holds: (f) => {
      if (f.place === null) return true;
      if (f.hazard) return f.place.kind === 'hazard';
      if (f.place.kind === 'hazard') return false;
      if (f.place.kind === 'vendor') return f.aim === 'vendor' && f.holds.length === 0;
      if (f.place.kind === 'packing') return f.promised && f.holds.length === 0;
      return (f.holds.length ? forPlace.held : forPlace.putAway).includes(f.place.kind);
    },
    says: ({ hazard, holds }) => (holds.length > 0 && !hazard ? heldLiesApart : undefined),
  },
  'it may lie among stock': {
    zh: '可以放进存储区',
    otherwise: {
      zh: '没质检、没决定去向、等答复或要销毁的，不进存储区；放到隔离区。',
      en: 'Goods not inspected, not decided, waiting for an answer or to be destroyed stay out of storage; put it in quarantine.',
    },
    holds: (f) => f.place?.kind !== 'storage' || mayBeStock(f),
  },
  'it may stay at this place': {
    zh: '可以长放',
    otherwise: {
      zh: '收货台和维修工位只能暂放，不算上架；请扫存储区货位。',
      en: 'A dock or a bench is no place to stay; scan a storage location.',
    },
    holds: (f) => f.place?.kind !== 'receiving' && (f.place?.kind !== 'bench' || f.aim === 'repair'),
  },
  'this place takes its grade': {
    zh: '货位收此等级',
    otherwise: {
      zh: '此货位只放一个等级；换一个收此等级或不限等级的货位。',
      en: 'This location is for one grade; choose one for its grade, or for any grade.',
    },
    holds: (f) => f.place === null || f.place.grade === null || f.place.grade === f.grade,
  },
  'its customs status may lie here': {
    zh: '货位里是同一海关状态',
    otherwise: {
      zh: '此货位放着其他海关状态的货，须分开存放；换一个货位。',
      en: 'Goods of another customs status are here and must be stored apart; choose another location.',
    },
    holds: (f) => f.place === null || !isBin(f.place.kind) || !f.place.otherCustoms,
  },
  'owners share this place': {
    zh: '货主可同放',
    otherwise: {
      zh: '有货主要求单独存放；换一个只放同货主的或空的货位。',
      en: 'An owner wants goods stored apart; choose an empty location or one with the same owner.',
    },
    holds: (f) => f.place === null || !isBin(f.place.kind) || !f.place.keptApart,
  },
  'this place is for receiving': {
    zh: '是收货货位',
    otherwise: {
      zh: '请扫收货区、隔离区或危险品柜的货位。',
      en: 'Choose a location in receiving, quarantine or the hazard cabinet.',
    },
    holds: (f) => f.place === null || ['receiving', 'quarantine', 'hazard'].includes(f.place.kind),
  },
  'this place is a bench': {
    zh: '是维修工位',
    otherwise: { zh: '扫描维修工位。', en: 'Scan a bench.' },
    holds: (f) => f.place === null || f.place.kind === 'bench',
  },
} as const satisfies Record<string, Guard<ItemFacts>>;

/** Of a place where it would lie from now on. */
export const mayLieHere = [
  'there is room at this place',
  'this place is made for it',
  'it may lie among stock',
  'this place takes its grade',
  'its customs status may lie here',
  'owners share this place',
] as const;
