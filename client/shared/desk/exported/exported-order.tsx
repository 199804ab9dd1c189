import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Reply } from '../../api.ts';
import { Code } from '../../code.tsx';
import { useSay, useWords } from '../../use-words.ts';
import { exactTime } from '../../when.tsx';
import { exported } from '../../words/exported.ts';
import { Card, Facts } from '../card.tsx';
import { useCodeName } from '../catalogue.ts';
import { useCountry } from '../country.ts';
import { StateTag } from '../state-tag.tsx';

export type Exported = Reply<'GET /api/v1/exported-orders/:id'>;
export type ExportedLineShown = Exported['lines'][number];

/** What was exported, line by line, with what is left and the returns that take the rest. */
export function ExportedLines({
  order,
  returnAt,
  correct,
}: {
  readonly order: Exported;
  /** Where the page of a return is. */
  readonly returnAt: (code: string) => string;
  /** What corrects a line, where that may be done. */
  readonly correct?: ((line: ExportedLineShown) => ReactNode) | undefined;
}) {
  const t = useWords(exported);
  return (
    <Card title={t('lines', { count: order.lines.length })}>
      <ul className="plain-list">
        {order.lines.map((line) => (
          <ExportedLine key={line.number} line={line} returnAt={returnAt} correct={correct?.(line)} />
        ))}
      </ul>
    </Card>
  );
}

function ExportedLine({
  line,
  returnAt,
  correct,
}: {
  readonly line: ExportedLineShown;
  readonly returnAt: (code: string) => string;
  readonly correct: ReactNode;
}) {
  const t = useWords(exported);
  const say = useSay();
  const name = useCodeName();
  const papers = [
    name('mode', line.exportMode),
    line.exportDocument && t('document', { document: line.exportDocument }),
    line.exportLine && t('item', { line: line.exportLine }),
    line.exportDate,
  ];
  return (
    <li>
      <span className="two-lines">
        <span>
          {t('line', { n: line.number })} <b>{say(line.name)}</b>
          {!line.known && <span className="state-tag due">{t('unknownSku')}</span>}
        </span>
        <span className="quiet-text">
          <span className="code">{line.sku}</span> {line.serial} {line.imei2}
        </span>
        <span className="quiet-text">{papers.filter(Boolean).join(' · ')}</span>
        {line.returns.map(({ code, line: of, quantity, state }) => (
          <span key={`${code} ${of}`}>
            <Link to={returnAt(code)}>
              <Code>{code}</Code>
            </Link>{' '}
            × {quantity} <StateTag state={state} />
          </span>
        ))}
      </span>
      <span className="side">
        <b>{t('leftOf', line)}</b>
        {line.back > 0 && (
          <span className="quiet-text">
            {t('back')} {line.back}
          </span>
        )}
        {line.onTheWay > 0 && (
          <span className="quiet-text">
            {t('onTheWay')} {line.onTheWay}
          </span>
        )}
        {correct}
      </span>
    </li>
  );
}

/** What is known of the order as a whole. */
export function ExportedFacts({
  order,
  withExporter = false,
}: {
  readonly order: Exported;
  readonly withExporter?: boolean;
}) {
  const t = useWords(exported);
  const country = useCountry();
  const say = useSay();
  const facts = [
    ...(withExporter ? [{ name: t('exporter'), value: say(order.exporter) }] : []),
    { name: t('platform'), value: order.platform },
    { name: t('country'), value: order.country && country(order.country) },
    { name: t('waybill'), value: order.waybill && <span className="code">{order.waybill}</span> },
    { name: t('createdAt'), value: exactTime(order.createdAt) },
  ];
  return (
    <Card title={t('orderFacts')}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Card>
  );
}
