import type { Words } from './words.ts';

const room = (free: number | null): Words =>
  free === null
    ? { zh: '不限数量', en: 'no limit' }
    : { zh: `还可放 ${free} 件`, en: `room for ${free} more` };

/** Why this place is proposed, by how well it fits: the same goods, its grade alone, the same owner, empty, any. */
const because = [
  (free: number | null): Words => ({
    zh: `同货主同款已在此货位，${room(free).zh}`,
    en: `The same goods of this owner are here, ${room(free).en}`,
  }),
  (free: number | null): Words => ({
    zh: `此等级专用，${room(free).zh}`,
    en: `Only for this grade, ${room(free).en}`,
  }),
  (free: number | null): Words => ({
    zh: `只放此货主的货，${room(free).zh}`,
    en: `Only goods of this owner are here, ${room(free).en}`,
  }),
  (free: number | null): Words => ({
    zh: free === null ? '空货位，不限数量' : `空货位，可放 ${free} 件`,
    en: free === null ? 'Empty, no limit' : `Empty, room for ${free}`,
  }),
  (free: number | null): Words => ({
    zh: `与其他货主的货同放，${room(free).zh}`,
    en: `Goods of other owners are here, ${room(free).en}`,
  }),
] as const;

const waiting: Readonly<Record<string, Words>> = {
  bench: { zh: '等维修：直接放到工位', en: 'For repair: take it straight to the bench' },
  vendor: { zh: '等送修：放到送修交接区', en: 'For a vendor: take it to the vendor hand-over' },
  packing: { zh: '已有出库单：直接放到打包台', en: 'For a shipment: take it straight to packing' },
};
const kindNames: Readonly<Record<string, Words>> = {
  storage: { zh: '存储', en: 'storage' },
  quarantine: { zh: '隔离', en: 'quarantine' },
  hazard: { zh: '危险品柜', en: 'hazard cabinet' },
};

export const storageSentences = {
  because: (rank: number, free: number | null): Words => (because[rank] ?? because[4])(free),
  /** Why it is brought to whoever waits for it; nothing for a place where it only lies. */
  waitsAt: (kind: string): Words | undefined => waiting[kind],
  notToPlace: {
    zh: '现在不能上架：先完成它的下一步。',
    en: 'It cannot be put away now; do its next step first.',
  } as Words,
  /** What is the matter with a bin in which goods lie together that may not. */
  mixedCustoms: {
    zh: '不同海关状态的货放在一起：分开存放。',
    en: 'Goods of different customs statuses are together: separate them.',
  } as Words,
  mixedOwners: {
    zh: '有货主要求单独存放，却和别家的货放在一起：移开一家的货。',
    en: 'An owner wants goods stored apart, but other owners’ goods are with them: move one owner’s goods.',
  } as Words,
  nobodys: { zh: '货主未知', en: 'owner unknown' } as Words,
  nothingFits: (kind: string, places: number, quantity: number): Words => {
    const { zh, en } = kindNames[kind] ?? { zh: kind, en: kind };
    const who = { zh: '先放在收货区，请主管处理。', en: 'Leave it in receiving and tell a supervisor.' };
    return places === 0
      ? {
          zh: `本仓没有启用的${zh}货位。${who.zh}`,
          en: `This warehouse has no ${en} location in use. ${who.en}`,
        }
      : {
          zh: `${places} 个${zh}货位都放不下这 ${quantity} 件：已满、专放其他等级，或放着须分开存放的货。${who.zh}`,
          en: `None of ${places} ${en} locations can take these ${quantity}: full, for another grade, or with goods that must be stored apart. ${who.en}`,
        };
  },
  zoneTaken: (code: string): Words => ({
    zh: `库区代码 ${code} 已被使用，请换一个。`,
    en: `The zone code ${code} is taken; choose another.`,
  }),
  locationTaken: (code: string): Words => ({
    zh: `货位 ${code} 已存在。`,
    en: `Location ${code} already exists.`,
  }),
  badRange: {
    zh: '起始号不能大于结束号。',
    en: 'The start of a range cannot be greater than its end.',
  },
  tooManyPlaces: (n: number, most: number): Words => ({
    zh: `一次最多生成 ${most} 个货位，此范围有 ${n} 个。请分批生成。`,
    en: `At most ${most} locations at once; this range has ${n}. Add them in parts.`,
  }),
} as const;

export const zoneNoun: Words = { zh: '库区', en: 'zone' };
