import type { Input, Reply } from '../../shared/api.ts';
import { useMessage } from '../../shared/desk/messages.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { office } from '../../shared/words/office.ts';
import { asChoice } from '../choices.ts';

type Zones = Reply<'GET /api/v1/zones'>['rows'];
type Label = Parameters<typeof office.both>[0];
interface Adds {
  readonly zones: Zones;
  readonly onClose: () => void;
}

const ask = (name: string, kind: string, label: Label, required = true): Question => ({
  name,
  kind,
  label: office.both(label as 'locations.code'),
  required,
});
const zoneOf = (zones: Zones): Question => ({
  ...ask('zone', 'choice', 'locations.zone'),
  choices: zones.map(asChoice),
});
const capacity = ask('capacity', 'count', 'locations.capacity', false);

/** The one grade that lies there; left empty, any. */
export const gradeAlone: Question = {
  ...ask('grade', 'choice', 'locations.grade', false),
  choices: ['N', 'A', 'B', 'C', 'D', 'E'].map((value) => ({ value, zh: value, en: value })),
};

function useMadeMessage() {
  const t = useWords(office);
  const message = useMessage();
  return ({ added, existing }: Reply<'POST /api/v1/locations'>) =>
    message.success(
      [
        t('locations.made', { count: added.length }),
        ...(existing.length ? [t('locations.existed', { count: existing.length })] : []),
      ].join(' · '),
    );
}

/** One new location. */
export function AddLocation({ zones, onClose }: Adds) {
  const t = useWords(office);
  const tell = useMadeMessage();
  const { mutateAsync: add } = useSend('POST /api/v1/locations');
  const save = async (answers: Answers) => {
    tell(await add({ ...(answers as { zone: string; code: string }), scanId: newScanId() }));
    onClose();
  };
  return (
    <StepForm
      title={t('locations.add')}
      questions={[zoneOf(zones), ask('code', 'code', 'locations.code'), capacity, gradeAlone]}
      onDone={save}
      onClose={onClose}
    />
  );
}

const ends = ['aisleFrom', 'aisleTo', 'bayFrom', 'bayTo', 'levelFrom', 'levelTo'] as const;

/** A row of locations by aisle, bay and level. */
export function AddRange({ zones, onClose }: Adds) {
  const t = useWords(office);
  const tell = useMadeMessage();
  const { mutateAsync: add } = useSend('POST /api/v1/locations');
  const save = async (answers: Answers) => {
    const {
      zone,
      capacity: most,
      grade = null,
      prefix,
      ...given
    } = answers as Record<(typeof ends)[number], number> & {
      zone: string;
      prefix: string;
      capacity?: number;
      grade?: Input<'POST /api/v1/locations'>['grade'] | null;
    };
    const range = {
      prefix,
      aisle: { from: given.aisleFrom, to: given.aisleTo },
      bay: { from: given.bayFrom, to: given.bayTo },
      level: { from: given.levelFrom, to: given.levelTo },
    };
    tell(await add({ zone, range, capacity: most ?? null, grade, scanId: newScanId() }));
    onClose();
  };
  return (
    <StepForm
      title={t('locations.addRange')}
      about={<p className="quiet-text">{t('locations.rangeAbout')}</p>}
      questions={[
        zoneOf(zones),
        ask('prefix', 'code', 'locations.prefix'),
        ...ends.map((end) => ask(end, 'count', `locations.${end}`)),
        capacity,
        gradeAlone,
      ]}
      columns={2}
      onDone={save}
      onClose={onClose}
    />
  );
}

/** A new zone; its kind says what its locations are for. */
export function AddZone({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(office);
  const { mutateAsync: add } = useSend('POST /api/v1/zones');
  const kinds = Object.keys(facts.zh.place) as (keyof typeof facts.zh.place)[];
  const save = async (answers: Answers) => {
    type Zone = Parameters<typeof add>[0];
    await add({ ...(answers as Omit<Zone, 'scanId'>), scanId: newScanId() });
    onClose();
  };
  return (
    <StepForm
      title={t('locations.addZone')}
      questions={[
        ask('code', 'code', 'locations.zoneCode'),
        ask('nameZh', 'text', 'locations.nameZh'),
        ask('nameEn', 'text', 'locations.nameEn'),
        {
          ...ask('kind', 'choice', 'locations.kind'),
          choices: kinds.map((kind) => ({ value: kind, ...facts.both(`place.${kind}`) })),
        },
      ]}
      onDone={save}
      onClose={onClose}
    />
  );
}
