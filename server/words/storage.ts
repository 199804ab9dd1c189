import type { Words } from './words.ts';

const room = (free: number | null): Words =>
  free === null
    ? { zh: '不限数量', en: 'no limit' }
    : { zh: `还可放 ${free} 件`, en: `room for ${free} more` };

/** Why this place is proposed, by how well it fits: the same goods, the same owner, empty, any. */
const because = [
  (free: number | null): Words => ({
    zh: `同货主同款已在此货位，${room(free).zh}`,
    en: `The same goods of this owner are here, ${room(free).en}`,
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

export const storageSentences = {
  because: (rank: number, free: number | null): Words => (because[rank] ?? because[3])(free),
  zoneTaken: (code: string): Words => ({
    zh: `库区代码 ${code} 已被使用，请换一个。`,
    en: `The zone code ${code} is taken; choose another.`,
  }),
  locationTaken: (code: string): Words => ({
    zh: `货位 ${code} 已存在。`,
    en: `There is a location ${code} already.`,
  }),
  badRange: {
    zh: '起始号不能大于结束号。',
    en: 'A range runs from the smaller number to the larger.',
  },
  tooManyPlaces: (n: number, most: number): Words => ({
    zh: `一次最多生成 ${most} 个货位，此范围有 ${n} 个。请分批生成。`,
    en: `At most ${most} locations at once; this range has ${n}. Make them in parts.`,
  }),
} as const;

export const zoneNoun: Words = { zh: '库区', en: 'zone' };
