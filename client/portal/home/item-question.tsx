import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Code } from '../../shared/code.tsx';
import { useCatalogue, useCodeName } from '../../shared/desk/catalogue.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useLanguage } from '../../shared/language.ts';
import { later } from '../../shared/later.tsx';
import type { OpenStep } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { Findings } from '../findings.tsx';
import { Grade } from '../grade.tsx';
import { TimeLeft } from '../time-left.tsx';
import { Answered, type Asked } from './answered.tsx';

const AnswerItem = later(() => import('./answer-item.tsx'), 'AnswerItem');

/** One item that waits for a word: what it is, what we found, how long there is, and the answer. */
export function ItemQuestion({ code, dismiss }: Asked) {
  const t = useWords(portal);
  const name = useCodeName();
  const english = useLanguage() === 'en';
  const message = useMessage();
  const dispositions = useCatalogue().codes.disposition ?? [];
  /** To await an instruction is no advice to whoever gives it. */
  const isAdvice = (code: string) => dispositions.some((one) => one.code === code && one.meaning !== 'ask');
  const [asking, setAsking] = useState<OpenStep>();
  const { data: item, error, refetch } = useReply('GET /api/v1/items/:code', { code });
  const { data: history } = useReply('GET /api/v1/items/:code/history', { code });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!item) return <Skeleton active className="card" />;
  const step = item.openSteps.find((one) => one.fields.some(({ list }) => list === 'disposition'));
  const title = (english ? item.sku?.nameEn : item.sku?.nameZh) ?? item.description ?? item.code;
  const done = (way: string) => {
    setAsking(undefined);
    message.success(t('decide.itemDone', { way: name('disposition', way) }));
  };
  return (
    <article className="card decision">
      <header>
        <h3>
          <Link to={`/items/${code}`}>{title}</Link>
        </h3>
        <TimeLeft until={item.answerBy} />
      </header>
      <p className="decision-facts">
        <Code>{item.code}</Code>
        <Grade grade={item.grade} />
        {item.quantity > 1 && <span>{t('pieces', { count: item.quantity })}</span>}
        {item.serial && <span className="code">{item.serial}</span>}
        <span className="quiet-text">{t('decide.reason', { reason: name('reason', item.reason) })}</span>
      </p>
      {history && history.photos.length > 0 && <PhotoGallery photos={history.photos} label={title} />}
      <h4>{t('decide.found')}</h4>
      <Findings found={item.axes} />
      {item.advised && (
        <p>
          {isAdvice(item.advised)
            ? t('decide.advice', { way: name('disposition', item.advised) })
            : t('decide.noAdvice')}
        </p>
      )}
      {item.state.waitsFor !== 'exporter' ? (
        <Answered state={item.state} dismiss={dismiss} />
      ) : step ? (
        <Button type="primary" size="large" onClick={() => setAsking(step)}>
          {t('decide.answerItem')}
        </Button>
      ) : (
        <p className="quiet-text">{t('decide.notYou')}</p>
      )}
      <p className="quiet-text">{t('decide.itemDefault')}</p>
      {asking && <AnswerItem item={item} step={asking} onDone={done} onClose={() => setAsking(undefined)} />}
    </article>
  );
}
