import { Card } from '../../shared/desk/card.tsx';
import { EmptyState } from '../../shared/desk/empty-state.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';

/** In a demo: the mails that nobody sent. */
export function MailsPage() {
  const t = useWords(rights);
  const parts = useWords(settings);
  const { data, error, refetch } = useReply('GET /api/v1/mails', {});
  return (
    <Page title={parts('part.mails')} about={t(data?.shown === false ? 'mails.real' : 'mails.about')}>
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      {data?.rows.length === 0 && <EmptyState title={t('mails.empty')} why={t('mails.about')} />}
      {data?.rows.map(({ id, to, subject, text, at }) => (
        <Card key={id} title={subject}>
          <p>
            {`${t('mails.to')} ${to} · `}
            <When at={at} />
          </p>
          <p className="mail-text">{linked(text)}</p>
        </Card>
      ))}
    </Page>
  );
}

/** Links in a mail can be followed. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part) =>
    /^https?:/.test(part) ? (
      <a key={part} href={new URL(part).pathname + new URL(part).search}>
        {part}
      </a>
    ) : (
      part
    ),
  );
