import { useEffect, useState } from 'react';
import type { Words } from '../../server/words/words.ts';
import { call } from '../shared/api.ts';
import { Failure } from '../shared/failure.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { shell } from '../shared/words/shell.ts';
import { AskChoice } from './ask.tsx';
import type { Item } from './item-card.tsx';
import { Quiet, SideButton } from './parts.tsx';

interface Fetched extends Words {
  readonly value: string;
}
/** Whose thing it is: what can be chosen depends on it. */
export interface About {
  readonly exporter?: string | undefined;
  /** The thing itself, where a second person may have to sign for a step of it. */
  readonly item?: Item | undefined;
}

const from = {
  vendor: async (): Promise<Fetched[]> =>
    (await call('GET /api/v1/vendors', {})).rows.map(({ code, nameZh, nameEn }) => ({
      value: code,
      zh: nameZh,
      en: nameEn,
    })),
  exporter: async (): Promise<Fetched[]> =>
    (await call('GET /api/v1/organisations', { kind: 'exporter', active: 'yes', size: 200 })).rows.map(
      ({ code, nameZh, nameEn }) => ({ value: code, zh: nameZh, en: nameEn }),
    ),
  shipment: async ({ exporter }: About): Promise<Fetched[]> =>
    (await call('GET /api/v1/shipments', { takesItems: 'yes', exporter })).rows.map(
      ({ code, consignee }) => ({
        value: code,
        zh: `${code} ${consignee}`,
        en: `${code} ${consignee}`,
      }),
    ),
};
export type FetchedKind = keyof typeof from;
export const isFetched = (kind: string): kind is FetchedKind => kind in from;

/** A choice among things that the server knows. */
export function AskFetched({
  kind,
  about,
  give,
}: {
  readonly kind: FetchedKind;
  readonly about: About;
  readonly give: (value: string) => void;
}) {
  const t = useWords(handheld);
  const all = useWords(shell);
  const say = useSay();
  const { exporter } = about;
  const [choices, setChoices] = useState<readonly Fetched[]>();
  const [failure, setFailure] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    setFailure(undefined);
    from[kind]({ exporter }).then(setChoices, setFailure);
  }, [kind, exporter, attempt]);
  if (failure)
    return (
      <div role="alert" className="choices">
        <p className="reason strong">
          {failure instanceof Failure ? say(failure.words) : all('failure.server')}
        </p>
        <SideButton onClick={() => setAttempt(attempt + 1)}>{all('retry')}</SideButton>
      </div>
    );
  if (!choices) return <Quiet>{all('loading')}</Quiet>;
  if (choices.length === 0) return <Quiet>{t('key.nothingToChoose')}</Quiet>;
  return <AskChoice choices={choices.map((one) => [one.value, say(one)])} give={give} />;
}
