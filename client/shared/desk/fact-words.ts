import { useSay, useWords } from '../use-words.ts';
import { exactTime } from '../when.tsx';
import { facts } from '../words/facts.ts';
import { trade } from '../words/trade.ts';
import { ways } from '../words/ways.ts';
import { useCatalogue } from './catalogue.ts';
import { batteryKinds } from './sku-questions.ts';

type Name = keyof typeof facts.zh.name;
const isName = (name: string): name is Name => name in facts.zh.name;

/** In which list of the catalogue the values of a fact stand. */
const lists: Readonly<Record<string, string>> = {
  advised: 'disposition',
  complete: 'complete',
  cosmetic: 'cosmetic',
  customsStatus: 'customs status',
  disposition: 'disposition',
  exception: 'exception',
  exportMode: 'mode',
  functional: 'functional',
  grade: 'grade',
  kind: 'hold',
  outcome: 'outcome',
  packaging: 'packaging',
  wish: 'disposition',
};
/** What was found of a battery, and what a product comes with. */
const batteries = { good: 'good', unknown: 'unknown', damaged: 'damaged', ...batteryKinds } as const;

const waysToCome = { over: 'over', 'wrong product': 'wrong', unannounced: 'unannounced' } as const;

/** How a fact and its value are said; a fact without a name of its own is not for people and says nothing. */
export function useFactWords() {
  const t = useWords(facts);
  const w = useWords(ways);
  const words = useWords(trade);
  const say = useSay();
  const { codes } = useCatalogue();
  const value = (name: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '') return '–';
    if (typeof raw === 'boolean') return words(raw ? 'yes' : 'no');
    return valueInWords(name, String(raw));
  };
  /** Of the facts whose values are words of the desks, and no codes. */
  const ownWord: Readonly<Record<string, (text: string) => string | undefined>> = {
    custody: (text) => (text in facts.zh.custody ? t(`custody.${text as 'hub'}`) : undefined),
    doubt: (text) => (text in facts.zh.doubt ? t(`doubt.${text as 'other'}`) : undefined),
    wipeMethod: (text) => (text in facts.zh.wipe ? t(`wipe.${text as 'reset'}`) : undefined),
    battery: (text) => (text in batteries ? t(`battery.${batteries[text as 'none']}`) : undefined),
    cameAs: (text) => (text in waysToCome ? t(`cameAs.${waysToCome[text as 'over']}`) : undefined),
  };
  const valueInWords = (name: string, text: string): string => {
    const own = ownWord[name]?.(text);
    if (own) return own;
    const row = codes[lists[name] ?? '']?.find(({ code }) => code === text);
    if (row) return say(row);
    return /^\d{4}-\d\d-\d\dT/.test(text) ? exactTime(text) : text;
  };
  return {
    name: (name: string): string | undefined => (isName(name) ? t(`name.${name}`) : undefined),
    value,
    battery: (text: string) => value('battery', text),
    place: (kind: string) => (kind in facts.zh.place ? t(`place.${kind as 'storage'}`) : kind),
    exit: (exit: string) => (exit in ways.zh.exit ? w(`exit.${exit as 'resale'}`) : exit),
    transport: (by: string) => (by in ways.zh.transport ? w(`transport.${by as 'air'}`) : by),
    action: (action: string) => t(`action.${action === '*' ? 'any' : (action as 'repair')}`),
    verdict: (verdict: string) => t(`verdict.${verdict === 'ask customs' ? 'ask' : (verdict as 'allowed')}`),
    organisation: (kind: string) => t(`organisation.${kind as 'hub'}`),
    daysLeft: (days: number) => {
      if (days === 0) return t('days.today');
      return days > 0 ? t('days.left', { count: days }) : t('days.over', { count: -days });
    },
  };
}
