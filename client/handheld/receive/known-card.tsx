import { useEffect, useState } from 'react';
import { call } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { odd } from '../../shared/words/odd.ts';
import { Card, Quiet } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import type { Doubt } from './job.ts';
import type { Receiving } from './use-receiving.ts';

type Known = Extract<Doubt, { is: 'known' }>;
interface Awaiting {
  readonly order: string;
  readonly pieces: number;
}

/** The returns that announced such a product and have not had it yet. */
async function awaitingAny(skus: Known['skus']): Promise<Awaiting[]> {
  const pieces = new Map<string, number>();
  for (const sku of new Set(skus.map(({ code }) => code))) {
    const { rows } = await call('GET /api/v1/items', { sku, page: 1, size: 200 });
    for (const { order, quantity, receivedAt, state } of rows)
      if (order !== null && receivedAt === null && !state.ended)
        pieces.set(order, (pieces.get(order) ?? 0) + quantity);
  }
  return [...pieces].map(([order, n]) => ({ order, pieces: n }));
}

const MAX_ORDERS_SHOWN = 6;

/** A product that is known, whose it is, and the returns that await it. */
export function KnownCard({ work, doubt: { skus } }: { readonly work: Receiving; readonly doubt: Known }) {
  const t = useWords(odd);
  const say = useSay();
  const [awaiting, setAwaiting] = useState<readonly Awaiting[]>();
  useEffect(() => {
    let gone = false;
    awaitingAny(skus).then(
      (found) => !gone && setAwaiting(found),
      // Its papers can be scanned all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [skus]);
  return (
    <>
      {skus.map(({ code, name, exporter }) => (
        <Card key={`${code} ${exporter.en}`}>
          <p className="thing-name">{say(name)}</p>
          <Code>{code}</Code>
          <Quiet>
            {t('known.whose')} {say(exporter)}
          </Quiet>
        </Card>
      ))}
      {awaiting && awaiting.length > 0 && (
        <section className="card flush">
          <h2 className="card-label">{t('known.awaited')}</h2>
          <Rows
            rows={awaiting.slice(0, MAX_ORDERS_SHOWN).map(({ order, pieces }) => ({
              id: order,
              title: <Code>{order}</Code>,
              end: <span className="count">{pieces}</span>,
              onPress: () => void work.station.run(() => work.open(order)),
            }))}
          />
        </section>
      )}
      <Card>
        <Quiet>{t(awaiting?.length === 0 ? 'known.none' : 'known.other')}</Quiet>
      </Card>
    </>
  );
}
