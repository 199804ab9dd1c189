import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { floor } from '../../shared/words/floor.ts';
import { odd } from '../../shared/words/odd.ts';
import { Card, Quiet } from '../parts.tsx';
import type { Doubt } from './job.ts';
import { KnownCard } from './known-card.tsx';
import { goodsCount } from './match.ts';
import { TwoValues } from './two-values.tsx';
import type { Receiving } from './use-receiving.ts';

interface DoubtProps {
  readonly work: Receiving;
  readonly doubt: Doubt;
}

/** What is odd about the last scan. */
export function DoubtCard({ work, doubt }: DoubtProps) {
  const t = useWords(floor);
  const l = useWords(dockLater);
  const o = useWords(odd);
  const say = useSay();
  const order = work.order.now;
  const whyUnknown = (it: Extract<Doubt, { is: 'unknown' }>) => {
    if (it.isMisread) return o('misreadWhy');
    if (it.serialOf.length > 0) return o('meaningWhy');
    return it.isOpen ? o('meaningOpen') : t('receive.unknownWhy');
  };
  switch (doubt.is) {
    case 'another serial':
    case 'in another name':
    case 'elsewhere':
    case 'back as another':
    case 'undelivered':
    case 'taken as another':
      return (
        <Card>
          <TwoValues
            is={doubt.is}
            expected={doubt.expected}
            owner={doubt.owner ? say(doubt.owner) : undefined}
            seen={doubt.serial}
          />
          <Quiet>{o(`why.${doubt.is}`)}</Quiet>
        </Card>
      );
    case 'unknown':
      return (
        <Card label={l('unknownLabel')}>
          <p className="thing-name">{doubt.text}</p>
          <Quiet>{whyUnknown(doubt)}</Quiet>
        </Card>
      );
    case 'known':
      return <KnownCard work={work} doubt={doubt} />;
    case 'not awaited':
      return (
        <Card label={l('notAwaitedLabel')}>
          <p className="thing-name">
            <Code>{doubt.order}</Code> {say(doubt)}
          </p>
          <Quiet>{l('notAwaitedWhy')}</Quiet>
        </Card>
      );
    default: {
      const line = order?.lines.find(({ number }) => number === doubt.line);
      const n = order && line ? goodsCount(order, line, work.counts()) : undefined;
      return (
        <Card>
          <p className="thing-name">{say(doubt)}</p>
          {n ? (
            <Quiet>{l('overWhy', { of: n.expected, n: n.here + 1 })}</Quiet>
          ) : (
            <>
              {doubt.owner && (
                <Quiet>
                  {o('known.whose')} {say(doubt.owner)}
                </Quiet>
              )}
              <Quiet>{l('wrongWhy')}</Quiet>
            </>
          )}
        </Card>
      );
    }
  }
}
