import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { addressOf, type Input, type Reply } from '../../shared/api.ts';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StepForm } from '../../shared/desk/step-form.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import { useItemColumns } from '../items/item-columns.tsx';
import { PhotosCard } from '../photos-card.tsx';
import { gradeAlone } from './add-places.tsx';
import { Status } from './locations-page.tsx';
import { zoneName } from './zone-name.ts';

type Location = Reply<'GET /api/v1/locations/:code'>;

/** One location and what lies there. */
export function LocationPage() {
  const t = useWords(office);
  const say = useSay();
  const words = useFactWords();
  const mayManage = useMay()('locations.manage');
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/locations/:code', { code });
  const [changing, setChanging] = useState(false);
  const columns = useItemColumns().filter(({ key }) => key !== 'location');
  return (
    <ThingPage
      asked={asked}
      waiting={code}
      show={(it) => ({
        title: `${t('locations.code')} ${it.code}`,
        about: <Status active={it.active} />,
        actions: (
          <>
            {mayManage && <Button onClick={() => setChanging(true)}>{t('locations.change')}</Button>}
            <PaperLink href={addressOf('GET /api/v1/labels/locations.pdf', { codes: it.code })}>
              {t('locations.print')}
            </PaperLink>
            {changing && <ChangeLocation it={it} onClose={() => setChanging(false)} />}
          </>
        ),
        main: (
          <>
            <Card title={t('locations.facts')}>
              <Facts
                facts={[
                  { name: t('locations.zone'), value: zoneName(it.zone.code, say(it.zone)) },
                  { name: t('locations.kind'), value: words.place(it.kind) },
                  { name: t('locations.pieces'), value: it.pieces },
                  { name: t('locations.capacity'), value: it.capacity ?? t('locations.unlimited') },
                  { name: t('locations.grade'), value: it.grade ?? t('locations.anyGrade') },
                  { name: t('locations.free'), value: it.free ?? t('locations.unlimited') },
                ]}
              />
            </Card>
            <PhotosCard
              title={t('arrivals.photos')}
              endpoint="POST /api/v1/locations/:code/photos"
              code={it.code}
              photos={it.photos}
            />
            <Card title={t('locations.there')}>
              {it.there.length ? (
                <SmallTable
                  label={t('locations.there')}
                  columns={columns}
                  rows={it.there}
                  rowKey={(row) => row.code}
                />
              ) : (
                <p className="quiet-text">{t('locations.nothingThere')}</p>
              )}
            </Card>
          </>
        ),
      })}
    />
  );
}

const change = 'PATCH /api/v1/locations/:code';

function ChangeLocation({ it, onClose }: { readonly it: Location; readonly onClose: () => void }) {
  const t = useWords(office);
  const { mutateAsync } = useSend(change);
  const save = async ({ capacity = null, grade = null, active }: Answers) => {
    const given = { capacity, grade, active } as Pick<Input<typeof change>, 'capacity' | 'grade' | 'active'>;
    await mutateAsync({ ...given, code: it.code, scanId: newScanId() });
    onClose();
  };
  return (
    <StepForm
      title={`${t('locations.change')} ${it.code}`}
      initial={{ capacity: it.capacity, grade: it.grade, active: it.active }}
      questions={[
        { name: 'capacity', kind: 'count', label: office.both('locations.capacity'), required: false },
        gradeAlone,
        { name: 'active', kind: 'yes or no', label: office.both('locations.inUse'), required: true },
      ]}
      onDone={save}
      onClose={onClose}
    />
  );
}
