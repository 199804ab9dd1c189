import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useCountry } from '../../shared/desk/country.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { exactTime } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';

type Exported = Reply<'GET /api/v1/exported-orders/:id'>;
type Line = Exported['lines'][number];

/** One exported order: what is left of each of its lines, and the returns that take the rest. */
export function ExportedOrderPage() {
  const { id = '' } = useParams();
  const t = useWords(portal);
  const may = useMay();
  const asked = useReply('GET /api/v1/exported-orders/:id', { id });
  return (
    <ThingPage
      asked={asked}
      waiting={t('exported.title')}
      show={(order) => {
        const isLeft = order.lines.some(({ left }) => left > 0);
        return {
          title: order.number,
          actions: may('returns.submit') && isLeft && (
            <ButtonLink type="primary" to={`/returns/new?exported=${order.id}`}>
              {t('exported.return')}
            </ButtonLink>
          ),
          main: (
            <>
              {!isLeft && <Alert type="info" showIcon title={t('exported.nothingLeft')} />}
              <Card title={t('exported.lines', { count: order.lines.length })}>
                <ul className="plain-list">
                  {order.lines.map((line) => (
                    <ExportedLine key={line.number} line={line} />
                  ))}
                </ul>
              </Card>
            </>
          ),
          aside: <Head order={order} />,
        };
      }}
    />
  );
}

function ExportedLine({ line }: { readonly line: Line }) {
  const t = useWords(portal);
  const say = useSay();
  const name = useCodeName();
  const papers = [
    name('mode', line.exportMode),
    line.exportDocument && t('exported.document', { document: line.exportDocument }),
    line.exportLine && t('exported.item', { line: line.exportLine }),
    line.exportDate,
  ];
  return (
    <li>
      <span className="two-lines">
        <span>
          {t('exported.line', { n: line.number })} <b>{say(line.name)}</b>
          {!line.known && <span className="state-tag due">{t('exported.unknownSku')}</span>}
        </span>
        <span className="quiet-text">
          <span className="code">{line.sku}</span> {line.serial} {line.imei2}
        </span>
        <span className="quiet-text">{papers.filter(Boolean).join(' · ')}</span>
        {line.returns.map(({ code, line: of, quantity, state }) => (
          <span key={`${code} ${of}`}>
            <Link to={`/returns/${code}`}>
              <Code>{code}</Code>
            </Link>{' '}
            × {quantity} <StateTag state={state} />
          </span>
        ))}
      </span>
      <span className="side">
        <b>{t('exported.leftOf', line)}</b>
        {line.back > 0 && (
          <span className="quiet-text">
            {t('exported.back')} {line.back}
          </span>
        )}
        {line.onTheWay > 0 && (
          <span className="quiet-text">
            {t('exported.onTheWay')} {line.onTheWay}
          </span>
        )}
      </span>
    </li>
  );
}

function Head({ order }: { readonly order: Exported }) {
  const t = useWords(portal);
  const country = useCountry();
  const facts = [
    { name: t('exported.platform'), value: order.platform },
    { name: t('exported.country'), value: order.country && country(order.country) },
    { name: t('exported.waybill'), value: order.waybill && <span className="code">{order.waybill}</span> },
    { name: t('exported.createdAt'), value: exactTime(order.createdAt) },
  ];
  return (
    <Card title={t('exported.orderFacts')}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Card>
  );
}
