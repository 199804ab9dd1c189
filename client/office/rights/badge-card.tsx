import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Card } from '../../shared/desk/card.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import type { FullPerson } from './person-page.tsx';

interface Shown {
  readonly pin: string;
  readonly pdf?: string;
}

/** The badge of a member of the staff: issued, its PIN reset, its end. What is secret is shown once. */
export function BadgeCard({ person }: { readonly person: FullPerson }) {
  const t = useWords(rights);
  const [shown, setShown] = useState<Shown>();
  const { mutateAsync: issue } = useSend('POST /api/v1/people/:id/badges');
  const { mutateAsync: reset } = useSend('POST /api/v1/people/:id/pins');
  const { mutate: revoke } = useSend('DELETE /api/v1/people/:id/badges');
  const { id, badge } = person;
  return (
    <Card
      title={t('person.badge')}
      actions={
        <span className="tags">
          <Button onClick={() => void issue({ id }).then(setShown)}>{t('person.issue')}</Button>
          {badge && <Button onClick={() => void reset({ id }).then(setShown)}>{t('person.resetPin')}</Button>}
          {badge && (
            <Button danger onClick={() => revoke({ id })}>
              {t('person.revokeBadge')}
            </Button>
          )}
        </span>
      }
    >
      <p>
        {t(badge ? 'person.hasBadge' : 'person.noBadge')}
        {badge && (
          <>
            {' · '}
            <When at={badge.issuedAt} />
            {badge.pinIsFirst && ` · ${t('person.firstPin')}`}
          </>
        )}
      </p>
      <p className="quiet-text">{t('person.badgeAbout')}</p>
      {shown && (
        <Alert
          type="success"
          role="status"
          title={t('person.pinIs')}
          description={
            <>
              <p className="code big-code">{shown.pin}</p>
              {shown.pdf && <Button onClick={() => openPdf(shown.pdf ?? '')}>{t('person.openPdf')}</Button>}
            </>
          }
        />
      )}
    </Card>
  );
}

function openPdf(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  window.open(URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })), '_blank');
}
