import { useLanguage } from '../../language.ts';
import { money } from '../../money.ts';
import { useWords } from '../../use-words.ts';
import { sku } from '../../words/sku.ts';
import { skuImport } from '../../words/sku-import.ts';
import { trade } from '../../words/trade.ts';
import { useFactWords } from '../fact-words.ts';
import type { Check } from './use-sku-import.ts';

/** The columns of a catalogue, as the server names them. */
export const skuColumns = [
  ...['code', 'nameZh', 'nameEn', 'category', 'gtin', 'hsCode', 'value', 'currency', 'weightGrams'],
  ...['battery', 'batteryWh', 'serialTracked', 'serialPattern', 'holdsData', 'active'],
] as const;

/** What a column, or a field of a SKU, is called. */
export function useFieldName(): (field: string) => string {
  const t = useWords(skuImport);
  const its = useWords(sku);
  return (field) => {
    if (field === 'code' || field === 'active') return t(field);
    if (field === 'value') return t('fieldValue');
    return field in sku.zh ? its(field as 'nameZh') : field;
  };
}

type Field = Check['changes'][number]['fields'][number];
/** The value of a field as a person reads it; an amount in the currency that stands beside it. */
export function useFieldValue(): (field: Field['field'], value: Field['from'], currency: string) => string {
  const t = useWords(skuImport);
  const words = useWords(trade);
  const facts = useFactWords();
  const language = useLanguage();
  return (field, value, currency) => {
    if (value === null || value === '') return t('empty');
    if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
    if (field === 'battery') return facts.battery(String(value));
    return field === 'valueMinor' ? money(Number(value), currency, language) : String(value);
  };
}
