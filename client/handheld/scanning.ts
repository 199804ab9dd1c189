import type { Words } from '../../server/words/words.ts';
import type { Reply } from '../shared/api.ts';
import { grouped } from '../shared/code.tsx';
import { type Answers, stepInput } from '../shared/questions.ts';
import { newScanId } from '../shared/scan-id.ts';
import { handheld } from '../shared/words/handheld.ts';
import { type Answer, refusal, success, warning } from './answer.ts';
import { type Item, wordsOf } from './item-card.tsx';
import type { StationName } from './stations.ts';
import type { StationState } from './use-station.ts';

export type Scanned = Reply<'POST /api/v1/scans'>;

/** The parcel that lies open, and what of it has its serial awaited. */
interface Parcel {
  readonly order?: string;
  readonly line?: number;
  /** The thing in hand whose serial may be scanned. */
  readonly inHand?: string;
}

/** What a scan turns out to be; of several things the one that a person chooses. */
export async function resolve(
  station: StationState,
  text: string,
  at: StationName,
  parcel: Parcel = {},
): Promise<Scanned> {
  const found = await station.ask('POST /api/v1/scans', {
    scanId: newScanId(),
    text,
    station: at,
    ...parcel,
  });
  if (found.hit.kind !== 'several') return found;
  if (!found.fits) return found;
  station.tell(warning(found.words));
  const { hit, kind } = await station.choose(found.hit.meanings);
  const item = hit.kind === 'item' ? await station.ask('GET /api/v1/items/:code', { code: hit.code }) : null;
  return { ...found, hit, words: kind, item };
}

/** One step of one item, as the screen shows it, under a scanId of its own. */
export const takeItemStep = (
  station: StationState,
  { code, openSteps = [] }: Pick<Item, 'code'> & Partial<Pick<Item, 'openSteps'>>,
  name: string,
  answers: Answers = {},
): Promise<Item> =>
  station.ask(
    'POST /api/v1/items/:code/steps',
    stepInput<'POST /api/v1/items/:code/steps'>(
      code,
      openSteps.find(({ step }) => step === name) ?? { step: name },
      answers,
    ),
  );

/** What to say to a scan that is nothing this station works with; `next` says what it wants. */
export function notHere({ hit, words, looks, isAddress }: Scanned, next: Words): Answer {
  if (isAddress) return refusal(handheld.both('answer.address'), { why: words, next });
  if (hit.kind === 'unknown')
    return refusal(handheld.both('answer.unknown'), { what: looks ?? undefined, why: words, next });
  return refusal(handheld.both('answer.notHere'), { what: words, next });
}

/** Green for a thing with which something can be done here: anything else is amber, with its state. */
export function workOr(item: Pick<Item, 'code' | 'sku' | 'description' | 'state'>, isWork: boolean): Answer {
  const thing = namedItem(item);
  const told = (language: 'zh' | 'en') => ({ thing: thing[language], state: item.state[language] });
  if (isWork) return success(thing);
  return warning({
    zh: handheld.in('zh-CN')('answer.nothingToDo', told('zh')),
    en: handheld.in('en')('answer.nothingToDo', told('en')),
  });
}

/** A thing in one line: what it is and its code. */
export function namedItem(item: Pick<Item, 'code' | 'sku' | 'description'>): Words {
  const { zh, en } = item.sku
    ? wordsOf(item.sku)
    : { zh: item.description ?? '', en: item.description ?? '' };
  const code = grouped(item.code);
  return { zh: `${zh} ${code}`.trim(), en: `${en} ${code}`.trim() };
}
