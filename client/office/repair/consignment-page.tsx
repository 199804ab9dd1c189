import { useParams } from 'react-router';
import { addressOf, type Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { PendingNote, whilePending } from '../../shared/desk/pending-note.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { NameCell } from '../name-cell.tsx';
import { useTakeStep } from '../steps.ts';

type Consignment = Reply<'GET /api/v1/consignments/:code'>;

/** One consignment: its list, its hand-over, and what has come back. */
export function ConsignmentPage() {
  const t = useWords(office);
  const say = useSay();
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/consignments/:code', { code }, { every: whilePending });
  const take = useTakeStep('POST /api/v1/consignments/:code/steps', code);
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(it) => ({
        title: `${t('consignments.code')} ${grouped(it.code)}`,
        about: (
          <span className="tags">
            <CopyCode>{it.code}</CopyCode>
            <StateTag state={it.state} />
            <PendingNote {...it} />
          </span>
        ),
        actions: (
          <>
            {it.openSteps.length > 0 && <StepButtons steps={it.openSteps} onStep={take} />}
            <PaperLink href={addressOf('GET /api/v1/consignments/:code/list.pdf', { code: it.code })}>
              {t('consignments.list')}
            </PaperLink>
          </>
        ),
        main: (
          <>
            <Card title={t('consignments.facts')}>
              <Facts
                facts={[
                  { name: t('consignments.vendor'), value: say(it.vendor) },
                  { name: t('consignments.lines'), value: it.lines },
                  { name: t('consignments.away'), value: it.away },
                  { name: t('consignments.opened'), value: <When at={it.openedAt} /> },
                  { name: t('consignments.handedOver'), value: <When at={it.handedOverAt} /> },
                ]}
              />
            </Card>
            <Card title={t('consignments.items')}>
              <Inside items={it.items} />
            </Card>
          </>
        ),
      })}
    />
  );
}

function Inside({ items }: { readonly items: Consignment['items'] }) {
  const t = useWords(office);
  return (
    <SmallTable
      label={t('consignments.items')}
      rows={items}
      rowKey={(row) => row.ticket}
      columns={[
        {
          key: 'item',
          title: t('items.code'),
          cell: (row) => <CodeLink to={`/items/${row.item}`} code={row.item} />,
        },
        {
          key: 'name',
          title: t('items.name'),
          cell: (row) => <NameCell of={row} />,
        },
        {
          key: 'ticket',
          title: t('consignments.ticket'),
          cell: (row) => <CodeLink to={`/repair/${row.ticket}`} code={row.ticket} />,
        },
        { key: 'state', title: t('tickets.state'), cell: (row) => <StateTag state={row.ticketState} /> },
        { key: 'fault', title: t('tickets.fault'), cell: (row) => <span className="cut">{row.fault}</span> },
        { key: 'takenInAt', title: t('consignments.takenIn'), cell: (row) => <When at={row.takenInAt} /> },
        { key: 'backAt', title: t('consignments.back'), cell: (row) => <When at={row.backAt} /> },
      ]}
    />
  );
}
