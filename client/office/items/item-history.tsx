import { Skeleton } from 'antd';
import type { Reply } from '../../shared/api.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { Timeline } from '../../shared/desk/timeline.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';

type Event = Reply<'GET /api/v1/items/:code/history'>['events'][number];

/** All that happened to an item: who, when, from which state to which, and what changed. */
export function ItemHistory({ code }: { readonly code: string }) {
  const t = useWords(office);
  const say = useSay();
  const { data, error, refetch } = useReply('GET /api/v1/items/:code/history', { code });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (data.events.length === 0) return <p className="quiet-text">{t('item.noHistory')}</p>;
  return (
    <Timeline
      label={t('item.history')}
      happened={data.events.map((event) => ({
        key: String(event.seq),
        at: event.at,
        title: say(event.button),
        by: (
          <>
            <span>{event.by}</span>
            <span className="hash" title={event.hash}>
              {t('item.hash', { hash: event.hash.slice(0, 8) })}
            </span>
          </>
        ),
        children: <Changes event={event} />,
      }))}
    />
  );
}

function Changes({ event: { from, to, given, changed } }: { readonly event: Event }) {
  const t = useWords(office);
  const say = useSay();
  const words = useFactWords();
  const said = Object.entries(given)
    .filter(([field]) => !(field in changed))
    .map(([field, value]) => ({ name: words.name(field), text: words.value(field, value) }));
  const became = Object.entries(changed).map(([field, [before, after]]) => ({
    name: words.name(field),
    text: isNothing(before)
      ? words.value(field, after)
      : t('item.fromTo', { from: words.value(field, before), to: words.value(field, after) }),
  }));
  const lines = [...said, ...became].filter(({ name }) => name !== undefined);
  return (
    <ul>
      {from.zh !== to.zh && <li>{t('item.fromTo', { from: say(from), to: say(to) })}</li>}
      {lines.map(({ name, text }) => (
        <li key={`${name} ${text}`}>
          <b>{name}</b> {text}
        </li>
      ))}
    </ul>
  );
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '';
