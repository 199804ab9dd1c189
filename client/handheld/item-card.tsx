import type { Reply } from '../shared/api.ts';
import { useLanguage } from '../shared/language.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { BigPlace, Chip, Thing } from './parts.tsx';

export type Item = Reply<'GET /api/v1/items/:code'>;

/** An item as every station shows it: what, whose, in which state, where, and the clocks that run. */
export function ItemCard({ item }: { readonly item: Item }) {
  const t = useWords(handheld);
  const say = useSay();
  const english = useLanguage() === 'en';
  const nameOf = (named: { nameZh: string; nameEn: string }) => (english ? named.nameEn : named.nameZh);
  const clock = [item.customs.taxRelief, item.customs.supervision]
    .filter((one) => one !== null)
    .sort((a, b) => a.daysLeft - b.daysLeft)[0];
  return (
    <>
      <Thing name={item.sku ? nameOf(item.sku) : (item.description ?? t('item.unknown'))} code={item.code}>
        <Chip>{say(item.state)}</Chip>
        {item.quantity > 1 && <Chip>{t('item.pieces', { count: item.quantity })}</Chip>}
        {item.grade && <Chip>{t('item.grade', { grade: item.grade })}</Chip>}
        {item.exporter && <Chip>{nameOf(item.exporter)}</Chip>}
        {item.hazard && <Chip clock>{t('item.hazard')}</Chip>}
        {item.holds.length > 0 && <Chip clock>{t('item.held', { count: item.holds.length })}</Chip>}
        {clock && <Chip clock>{t('item.window', { count: clock.daysLeft })}</Chip>}
      </Thing>
      {item.location && (
        <BigPlace label={t('item.at')} place={item.location.code} why={say(item.location.zone)} />
      )}
    </>
  );
}
