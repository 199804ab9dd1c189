import type { Reply } from '../shared/api.ts';
import { Card } from '../shared/desk/card.tsx';
import { useCodeName } from '../shared/desk/catalogue.ts';
import { useLanguage } from '../shared/language.ts';
import { money } from '../shared/money.ts';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';

type Ticket = Reply<'GET /api/v1/tickets/:code'>;
const tones = { agreed: 'good', refused: 'bad', withdrawn: 'plain' } as const;

/** What was offered, and what was said to it; the newest first. */
export function Estimates({ estimates, answerBy }: Pick<Ticket, 'estimates' | 'answerBy'>) {
  const t = useWords(vendor);
  const name = useCodeName();
  const language = useLanguage();
  const newest = [...estimates].sort((a, b) => b.version - a.version);
  return (
    <Card title={t('estimate.title')}>
      <ul className="estimates">
        {newest.map((quote) => (
          <li key={quote.version}>
            <span className="estimate-total">
              <b>{money(quote.totalMinor, quote.currency, language)}</b>
              {quote.decision === null ? (
                <span className="state-tag due">{t('estimate.waiting')}</span>
              ) : (
                <span className={`state-tag ${quote.answer ? tones[quote.answer] : 'plain'}`}>
                  {name('estimate decision', quote.decision)}
                </span>
              )}
            </span>
            <span className="quiet-text">
              {t('estimate.parts', {
                labour: money(quote.labourMinor, quote.currency, language),
                parts: money(quote.partsMinor, quote.currency, language),
              })}
            </span>
            {quote.note && <span className="said">{quote.note}</span>}
            {quote.decisionNote && (
              <span className="said">{t('estimate.answer', { note: quote.decisionNote })}</span>
            )}
            <span className="quiet-text">
              {quote.decision === null && answerBy ? (
                <>
                  {t('estimate.until')} <When at={answerBy} />
                </>
              ) : (
                <When at={quote.decidedAt ?? quote.quotedAt} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
