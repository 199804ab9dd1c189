import { contradicts } from '../words/when-false.ts';
import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

/** What is known of a thing before it is looked at. */
interface Goods {
  /** Which battery its product has, as the catalogue says. */
  readonly battery?: string;
}
/** Answers that cannot be true: the catalogue knows better, or they contradict another answer. */
export interface RuledOut {
  /** The question. */
  readonly name: string;
  readonly answers: readonly (string | boolean)[];
  /** The other answer; without one, the catalogue. */
  readonly beside?: { readonly name: string; readonly answer: string };
  /** The sentence that says so, of an inspection. */
  readonly because?: keyof typeof contradicts;
}

const unopened = { name: 'cosmetic', answer: 'C0' };
/** What nobody opened has no data of a buyer on it, either. */
export const isUnopened = (cosmetic: string | null): boolean => cosmetic === unopened.answer;

const besideUnopened: readonly RuledOut[] = [
  { name: 'functional', answers: ['F2', 'F3', 'F4'], beside: unopened, because: 'unopened has no fault' },
  { name: 'complete', answers: ['K2', 'K3'], beside: unopened, because: 'unopened is complete' },
  { name: 'packaging', answers: ['P2', 'P3'], beside: unopened, because: 'unopened is sealed' },
  { name: 'wiped', answers: [true], beside: unopened, because: 'unopened is not wiped' },
];
const builtIn: RuledOut = { name: 'battery', answers: ['none'], because: 'its battery is built in' };
const noBattery = { name: 'battery', answer: 'none' };
const packedWith: RuledOut = {
  ...{ name: 'complete', answers: ['K1'], beside: noBattery },
  because: 'without its battery it is not complete',
};

/** A danger is never ruled out: a swollen battery is seen, whatever the catalogue says. */
export const ruledOutBy = ({ battery = 'none' }: Goods): readonly RuledOut[] => {
  if (battery === 'none') return besideUnopened;
  const isPart = battery === 'ion in equipment' || battery === 'ion alone';
  return [...besideUnopened, isPart ? builtIn : packedWith];
};

const holdsOf = ({ findings }: ItemFacts, { name, answers, beside }: RuledOut) =>
  findings !== null &&
  answers.includes(findings[name] as string) &&
  (!beside || findings[beside.name] === beside.answer);

const broken = (facts: ItemFacts, byCatalogue: boolean) =>
  ruledOutBy(facts).find((one) => (one.beside === undefined) === byCatalogue && holdsOf(facts, one));
const says = (one: RuledOut | undefined) => one?.because && contradicts[one.because];

/** Whether what was found can be true. */
export const inspectionGuards = {
  'its battery is told as the catalogue knows it': {
    zh: '电池与商品资料相符',
    otherwise: {
      zh: '按实物答：完好、破损；看不到电池或已被拆走，答“无法判断”。商品资料有误的，请更正商品资料。',
      en: 'Answer what you see, sound or damaged; “cannot be judged” if it is hidden or was taken out. If the product record is wrong, correct the record.',
    },
    holds: (f) => broken(f, true) === undefined,
    says: (f) => says(broken(f, true)),
  },
  'its findings agree with each other': {
    zh: '质检各项不矛盾',
    otherwise: { zh: '请改正其中一项再提交。', en: 'Correct one of the two answers and send it again.' },
    holds: (f) => broken(f, false) === undefined,
    says: (f) => says(broken(f, false)),
  },
} as const satisfies Record<string, Guard<ItemFacts>>;

/** What a look at it tells, before it counts. */
export const foundSoundly = [
  'its battery is told as the catalogue knows it',
  'its findings agree with each other',
] as const;
