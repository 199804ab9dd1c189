import { Button } from 'antd';
import { useState } from 'react';
import { Card } from '../../shared/desk/card.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { exactTime } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';
import { asChoice } from '../choices.ts';
import { chosen, question } from '../settings/record-form.tsx';
import type { FullPerson } from './person-page.tsx';
import { staffRoles } from './roles-card.tsx';

const days = [
  question('from', 'date', rights.both('person.from')),
  question('until', 'date', rights.both('person.until')),
];
/** From the morning of the first day to the end of the last, as the warehouse counts days. */
const span = ({ from, until }: Answers) => ({
  from: new Date(`${from}T00:00:00+08:00`).toISOString(),
  until: new Date(`${until}T24:00:00+08:00`).toISOString(),
});
const when = ({ from, until }: { readonly from: string; readonly until: string }) =>
  `${exactTime(from)} – ${exactTime(until)}`;
type Props = { readonly person: FullPerson };

export function CoversCard({ person }: Props) {
  const t = useWords(rights);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { data: places } = useReply('GET /api/v1/warehouses', {});
  const { mutateAsync: add } = useSend('POST /api/v1/people/:id/covers');
  const { mutate: end } = useSend('DELETE /api/v1/covers/:id');
  const role = chosen('role', settings.both('people.role'), staffRoles);
  const where = chosen('warehouse', rights.both('devices.warehouse'), (places?.rows ?? []).map(asChoice));
  const give = async (answers: Answers) => {
    const what = { role: answers.role as 'packer', warehouse: String(answers.warehouse) };
    await add({ id: person.id, ...what, ...span(answers) });
    setOpen(false);
  };
  return (
    <Card
      title={t('person.cover')}
      actions={<Button onClick={() => setOpen(true)}>{t('person.addCover')}</Button>}
    >
      <p>{t('person.coverAbout')}</p>
      <Spans
        rows={person.covers.map((one) => ({
          id: one.id,
          what: `${one.warehouse} · ${say(one.roleName)} · ${when(one)}`,
        }))}
        onEnd={(id) => end({ id })}
      />
      {open && (
        <StepForm
          title={t('person.addCover')}
          questions={[where, role, ...days]}
          onDone={give}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

export function LeavesCard({ person }: Props) {
  const t = useWords(rights);
  const [open, setOpen] = useState(false);
  const { mutateAsync: add } = useSend('POST /api/v1/people/:id/leaves');
  const { mutate: end } = useSend('DELETE /api/v1/leaves/:id');
  const enter = async (answers: Answers) => {
    await add({ id: person.id, ...span(answers) });
    setOpen(false);
  };
  return (
    <Card
      title={t('person.leave')}
      actions={<Button onClick={() => setOpen(true)}>{t('person.addLeave')}</Button>}
    >
      <p>{t('person.leaveAbout')}</p>
      <Spans
        rows={person.leaves.map((one) => ({ id: one.id, what: when(one) }))}
        onEnd={(id) => end({ id })}
      />
      {open && (
        <StepForm
          title={t('person.addLeave')}
          questions={days}
          onDone={enter}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

interface SpansProps {
  readonly rows: readonly { readonly id: string; readonly what: string }[];
  readonly onEnd: (id: string) => void;
}
function Spans({ rows, onEnd }: SpansProps) {
  const t = useWords(rights);
  if (rows.length === 0) return <p>{t('person.none')}</p>;
  return (
    <ul className="spans">
      {rows.map(({ id, what }) => (
        <li key={id}>
          {what}
          <Button size="small" aria-label={t('person.endFor', { what })} onClick={() => onEnd(id)}>
            {t('person.end')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
