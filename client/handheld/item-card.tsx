import type { ReactNode } from 'react';
import type { Reply } from '../shared/api.ts';
import { Code, grouped } from '../shared/code.tsx';
import { useLanguage } from '../shared/language.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { BigPlace, Chip, Thing } from './parts.tsx';

export type Item = Reply<'GET /api/v1/items/:code'>;

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}
export const wordsOf = ({ nameZh, nameEn }: Named) => ({ zh: nameZh, en: nameEn });
/** What a thing is called in the language of the moment. */
export function useNameOf() {
  const english = useLanguage() === 'en';
  const t = useWords(handheld);
  return {
    nameOf: (named: Named) => (english ? named.nameEn : named.nameZh),
    itemName: ({ sku, description }: Pick<Item, 'sku' | 'description'>) =>
      sku ? (english ? sku.nameEn : sku.nameZh) : (description ?? t('item.unknown')),
  };
}

/** An item as every station shows it: what, whose, in which state, and the clocks that run. */
export function ItemCard({
  item,
  clocks = 'nearest',
  children,
}: {
  readonly item: Item;
  readonly clocks?: 'nearest' | 'both';
  readonly children?: ReactNode;
}) {
  const t = useWords(handheld);
  const say = useSay();
  const { nameOf, itemName } = useNameOf();
  return (
    <Thing name={itemName(item)} code={item.code}>
      <Chip>{say(item.state)}</Chip>
      {item.quantity > 1 && <Chip>{t('item.pieces', { count: item.quantity })}</Chip>}
      {item.splitInto && <Chip clock>{t('item.splitInto', { code: grouped(item.splitInto) })}</Chip>}
      {item.grade && <Chip>{t('item.grade', { grade: item.grade })}</Chip>}
      {item.exporter && <Chip>{nameOf(item.exporter)}</Chip>}
      {item.hazard && <Chip clock>{t('item.hazard')}</Chip>}
      {!item.hazard && hasBattery(item.sku) && <Chip clock>{t('item.battery')}</Chip>}
      {item.holds.length > 0 && <Chip clock>{t('item.held', { count: item.holds.length })}</Chip>}
      {item.signature && (
        <Chip clock>{t('item.signed', { step: say(item.signature.button), by: item.signature.by })}</Chip>
      )}
      <Clocks customs={item.customs} all={clocks === 'both'} />
      {children}
    </Thing>
  );
}

/** An item in two lines, while its questions need the room. */
export function ItemLine({ item }: { readonly item: Item }) {
  const { itemName } = useNameOf();
  return (
    <div className="item-line">
      <span>{itemName(item)}</span>
      <Code>{item.code}</Code>
    </div>
  );
}

export const hasBattery = (sku: { readonly battery: string } | null) =>
  sku !== null && sku.battery !== 'none';

const SOON_DAYS = 60;
const clockNames = ['taxRelief', 'supervision'] as const;
/** What is left of the two customs clocks; one that runs out soon has the colour of clocks. */
function Clocks({ customs, all }: { readonly customs: Item['customs']; readonly all: boolean }) {
  const t = useWords(handheld);
  const running = clockNames
    .flatMap((name) => (customs[name] ? [{ name, days: customs[name].daysLeft }] : []))
    .sort((a, b) => a.days - b.days);
  return (all ? running : running.slice(0, 1)).map(({ name, days }) => (
    <Chip key={name} clock={days <= SOON_DAYS}>
      {days < 0 ? t(`clock.${name}.over`, { count: -days }) : t(`clock.${name}.left`, { count: days })}
    </Chip>
  ));
}

/** Where an item lies now. */
export function ItemPlace({ item }: { readonly item: Item }) {
  const t = useWords(handheld);
  const say = useSay();
  return (
    item.location && (
      <BigPlace label={t('item.at')} place={item.location.code} why={say(item.location.zone)} />
    )
  );
}
