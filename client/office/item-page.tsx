import { Descriptions, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { CopyCode, grouped } from '../shared/code.tsx';
import { FailureAlert } from '../shared/desk/failure-alert.tsx';
import { Page } from '../shared/desk/page.tsx';
import { useReply, useSend } from '../shared/desk/replies.ts';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { StepButtons } from '../shared/desk/step-buttons.tsx';
import { useLanguage } from '../shared/language.ts';
import { stepInput } from '../shared/questions.ts';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { office } from '../shared/words/office.ts';

const stepsOfItem = 'POST /api/v1/items/:code/steps';

/** One item: what it is, where it is, and what may be done with it now. */
export function ItemPage() {
  const t = useWords(office);
  const english = useLanguage() === 'en';
  const { code = '' } = useParams();
  const { data: item, error, refetch } = useReply('GET /api/v1/items/:code', { code });
  const send = useSend(stepsOfItem);
  if (error)
    return (
      <Page title={grouped(code)}>
        <FailureAlert failure={error} retry={() => void refetch()} />
      </Page>
    );
  if (!item)
    return (
      <Page title={grouped(code)}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    );
  const nameOf = (named: { nameZh: string; nameEn: string }) => (english ? named.nameEn : named.nameZh);
  const rows = {
    code: <CopyCode>{item.code}</CopyCode>,
    exporter: item.exporter ? nameOf(item.exporter) : '–',
    location: item.location ? <span className="code">{item.location.code}</span> : '–',
    grade: item.grade ?? '–',
    quantity: item.quantity,
    stateSince: <When at={item.stateSince} />,
  };
  return (
    <Page
      title={item.sku ? nameOf(item.sku) : (item.description ?? grouped(item.code))}
      about={<StateTag state={item.state} tone={item.holds.length > 0 ? 'bad' : 'plain'} />}
      actions={
        <StepButtons
          steps={item.openSteps}
          onStep={({ step }, answers) =>
            send.mutateAsync(stepInput<typeof stepsOfItem>(item.code, step, answers))
          }
        />
      }
    >
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={(Object.keys(rows) as (keyof typeof rows)[]).map((key) => ({
          key,
          label: t(`items.${key}`),
          children: rows[key],
        }))}
      />
    </Page>
  );
}
