import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language.ts';
import { money } from '../../money.ts';
import type { Question } from '../../questions.ts';
import { newScanId } from '../../scan-id.ts';
import { useWords } from '../../use-words.ts';
import { account } from '../../words/account.ts';
import { Card } from '../card.tsx';
import { useReply, useSend } from '../replies.ts';
import { StepForm } from '../step-form.tsx';

const question: Question = {
  ...{ name: 'autoApproveMinor', kind: 'money', required: false },
  label: account.both('limit.amount'),
};

/** Up to how much a repair of one's own goods is paid without being asked: only who pays may raise it. */
export function LimitCard() {
  const t = useWords(account);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { data } = useReply('GET /api/v1/approval-limit', {});
  const { mutateAsync } = useSend('PATCH /api/v1/approval-limit');
  const limit = data?.autoApproveMinor ?? null;
  return (
    <Card
      title={t('limit.title')}
      actions={data && <Button onClick={() => setOpen(true)}>{t('limit.change')}</Button>}
    >
      <p>
        {t('limit.about')} <b>{limit === null ? t('limit.none') : money(limit, 'CNY', language)}</b>
      </p>
      {open && (
        <StepForm
          title={t('limit.change')}
          questions={[question]}
          initial={{ autoApproveMinor: limit }}
          onDone={async ({ autoApproveMinor }) => {
            const asked = typeof autoApproveMinor === 'number' ? autoApproveMinor : null;
            await mutateAsync({ autoApproveMinor: asked, scanId: newScanId() });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
