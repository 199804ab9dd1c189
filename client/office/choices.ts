import { useMemo } from 'react';
import { useCodeLists } from '../shared/desk/catalogue.ts';
import { useFactWords } from '../shared/desk/fact-words.ts';
import { useReply } from '../shared/desk/replies.ts';
import { useLanguage } from '../shared/language.ts';
import type { Choice, ChoiceLists, OpenStep } from '../shared/questions.ts';
import { useMay } from '../shared/signed-in.tsx';

interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}
export const asChoice = ({ code, nameZh, nameEn }: Named): Choice => ({
  value: code,
  zh: nameZh,
  en: nameEn,
});

/** A name in the language of the moment. */
export function useNameOf(): (named: Pick<Named, 'nameZh' | 'nameEn'>) => string {
  const english = useLanguage() === 'en';
  return (named) => (english ? named.nameEn : named.nameZh);
}

const all = { size: 200, sort: 'code' } as const;
/** The exporters, as the choices of a filter or a form. */
export function useExporters(): readonly { value: string; label: string }[] {
  const may = useMay();
  const nameOf = useNameOf();
  const asked = { ...all, kind: 'exporter', active: 'yes' as const };
  const { data } = useReply('GET /api/v1/organisations', asked, {
    enabled: may('organisations.read'),
  });
  return (data?.rows ?? []).map((row) => ({ value: row.code, label: nameOf(row) }));
}

/** The vendors, as choices of a form. */
export function useVendors(): readonly Choice[] {
  const may = useMay();
  const { data } = useReply('GET /api/v1/vendors', {}, { enabled: may('organisations.read') });
  return useMemo(() => (data?.rows ?? []).map(asChoice), [data]);
}

/** Whatever the forms of steps choose from: the catalogue and the vendors. */
export function useStepLists(): ChoiceLists {
  const codes = useCodeLists();
  const vendor = useVendors();
  return useMemo(() => ({ ...codes, vendor }), [codes, vendor]);
}

/** The shipments to which something of this exporter may still be promised. */
export function useOpenShipments(
  exporter: string | undefined,
  steps: readonly OpenStep[],
): readonly Choice[] {
  const facts = useFactWords();
  const asks = steps.some(({ fields }) => fields.some(({ kind }) => kind === 'shipment'));
  const asked = { takesItems: 'yes' as const, exporter: exporter ?? '', size: 200 };
  const { data } = useReply('GET /api/v1/shipments', asked, { enabled: asks && !!exporter });
  return (data?.rows ?? []).map(({ code, exit, consignee, country }) => {
    const label = [code, facts.exit(exit), consignee, country].join(' · ');
    return { value: code, zh: label, en: label };
  });
}
