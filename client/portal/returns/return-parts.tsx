import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { Grade } from '../grade.tsx';
import { Stage } from '../items/journey.tsx';

type Order = Reply<'GET /api/v1/return-orders/:code'>;

/** The things of a return, each with how far it is. */
export function ReturnItems({ order: { code, items, itemsTotal } }: { readonly order: Order }) {
  const t = useWords(portal);
  const say = useSay();
  if (items.length === 0) return null;
  return (
    <Card title={t('returns.items', { count: itemsTotal })}>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.code}>
            <span className="two-lines">
              <Link to={`/items/${item.code}`}>{say(item.name) || item.sku}</Link>
              <span className="quiet-text">
                <Code>{item.code}</Code> {item.quantity > 1 && t('pieces', { count: item.quantity })}{' '}
                {item.serial}
              </span>
            </span>
            <span className="side">
              {item.grade && <Grade grade={item.grade} />}
              <Stage state={item.state} />
            </span>
          </li>
        ))}
      </ul>
      {itemsTotal > items.length && (
        <p>
          <Link to={`/items?search=${code}`}>{t('returns.moreItems', { count: itemsTotal })}</Link>
        </p>
      )}
    </Card>
  );
}

/** What came though it was not announced, too much or wrong: each with the thing, which can be decided about there. */
export function ExtraLines({ order: { lines, items, progress } }: { readonly order: Order }) {
  const t = useWords(portal);
  const say = useSay();
  const facts = useFactWords();
  const extra = lines.filter(({ cameAs }) => cameAs !== null);
  if (extra.length === 0) return null;
  return (
    <Card title={t('returns.extra', { count: progress.extra })} tone="bad">
      <p className="quiet-text">{t('returns.extraWhy')}</p>
      <ul className="plain-list">
        {extra.map((line) => {
          const item = items.find((one) => one.line === line.number);
          const name = say(line.name);
          return (
            <li key={line.number}>
              <span className="two-lines">
                <span>
                  {item ? <Link to={`/items/${item.code}`}>{name}</Link> : <b>{name}</b>} × {line.quantity}
                </span>
                <span className="quiet-text">
                  {line.known && <span className="code">{line.sku}</span>} {line.serial}
                </span>
                {line.reasonText && <span className="quiet-text">{line.reasonText}</span>}
              </span>
              <span className="side">
                <span className="state-tag due">{facts.value('cameAs', line.cameAs)}</span>
                {item && <Stage state={item.state} />}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** What the exporter wrote, where it is kept in another way. */
export function AsWritten({ written }: { readonly written: Order['asWritten'] }) {
  const t = useWords(portal);
  const all = Object.values(written ?? {});
  if (all.length === 0) return null;
  return <span className="quiet-text code">{t('returns.asWritten', { text: all.join(' · ') })}</span>;
}

/** What was announced, line by line. */
export function ReturnLines({
  lines: all,
  needsExport,
}: {
  readonly lines: Order['lines'];
  /** Whether a person looks at it because a line cites no export. */
  readonly needsExport: boolean;
}) {
  const lines = all.filter(({ cameAs }) => cameAs === null);
  const t = useWords(portal);
  const say = useSay();
  const name = useCodeName();
  return (
    <Card title={t('returns.announced', { count: lines.length })}>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.number}>
            <span className="two-lines">
              <span>
                <b>{say(line.name)}</b> × {line.quantity}
                {!line.known && <span className="state-tag due">{t('review.unknownSku')}</span>}
              </span>
              <span className="quiet-text">
                <span className="code">{line.sku}</span> {line.serial}
              </span>
              <AsWritten written={line.asWritten} />
              {line.cites ? (
                <Link to={`/exported/${line.cites.id}`}>{t('line.cited', line.cites)}</Link>
              ) : (
                needsExport && <span className="state-tag due">{t('line.uncited')}</span>
              )}
              {line.reasonText && <span className="quiet-text">{line.reasonText}</span>}
            </span>
            <span className="side">
              <span className="state-tag">{say(line.reasonWords)}</span>
              {line.wish && (
                <span className="quiet-text">
                  {t('returns.wished', { way: name('disposition', line.wish) })}
                </span>
              )}
              <span className="quiet-text">
                {name('mode', line.exportMode)}
                {line.exportDocument && (
                  <>
                    {' '}
                    · <span className="code">{line.exportDocument}</span>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
