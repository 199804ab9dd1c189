import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../shared/api.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { office } from '../../shared/words/office.ts';
import { useNameOf } from '../choices.ts';
import { AddLocation, AddRange, AddZone } from './add-places.tsx';
import { zoneName } from './zone-name.ts';

type Adding = 'add' | 'addRange' | 'addZone';
const adding: readonly Adding[] = ['add', 'addRange', 'addZone'];

/** Every location of the warehouse: what lies there, what still fits. */
export function LocationsPage() {
  const t = useWords(office);
  const say = useSay();
  const nameOf = useNameOf();
  const words = useFactWords();
  const mayManage = useMay()('locations.manage');
  const [open, setOpen] = useState<Adding>();
  const { data: zones } = useReply('GET /api/v1/zones', {});
  const close = () => setOpen(undefined);
  const kinds = Object.keys(facts.zh.place);
  return (
    <>
      <ListPage
        endpoint="GET /api/v1/locations"
        title={t('locations.title')}
        about={t('locations.about')}
        searchHint={t('locations.search')}
        rowKey={(row) => row.code}
        empty={{ title: t('locations.empty'), why: t('locations.emptyWhy') }}
        actions={
          <>
            <SpreadsheetButton list="locations" filters={['kind', 'zone', 'active']} />
            {mayManage &&
              adding.map((what, index) => (
                <Button key={what} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(what)}>
                  {t(`locations.${what}`)}
                </Button>
              ))}
          </>
        }
        filters={[
          {
            name: 'kind',
            label: t('locations.kind'),
            several: true,
            choices: kinds.map((kind) => ({ value: kind, label: words.place(kind) })),
          },
          {
            name: 'zone',
            label: t('locations.zone'),
            several: true,
            choices: (zones?.rows ?? []).map((zone) => ({
              value: zone.code,
              label: zoneName(zone.code, nameOf(zone)),
            })),
          },
          {
            name: 'active',
            label: t('locations.status'),
            choices: [
              { value: 'yes', label: t('locations.openOnly') },
              { value: 'no', label: t('locations.closedOnly') },
            ],
          },
        ]}
        bulk={(codes) => (
          <PaperLink primary href={addressOf('GET /api/v1/labels/locations.pdf', { codes: codes.join(',') })}>
            {t('locations.print')}
          </PaperLink>
        )}
        columns={[
          {
            key: 'code',
            title: t('locations.code'),
            sorts: true,
            cell: (row) => (
              <Link to={`/locations/${encodeURIComponent(row.code)}`} className="code">
                {row.code}
              </Link>
            ),
          },
          {
            key: 'zone',
            title: t('locations.zone'),
            sorts: true,
            cell: (row) => zoneName(row.zone.code, say(row.zone)),
          },
          { key: 'kind', title: t('locations.kind'), sorts: true, cell: (row) => words.place(row.kind) },
          { key: 'items', title: t('locations.items'), align: 'right', cell: (row) => row.items },
          {
            key: 'pieces',
            title: t('locations.pieces'),
            sorts: true,
            align: 'right',
            cell: (row) => row.pieces,
          },
          {
            key: 'capacity',
            title: t('locations.capacity'),
            sorts: true,
            align: 'right',
            cell: (row) => row.capacity ?? t('locations.unlimited'),
          },
          {
            key: 'grade',
            title: t('locations.grade'),
            cell: (row) => row.grade ?? t('locations.anyGrade'),
          },
          {
            key: 'free',
            title: t('locations.free'),
            align: 'right',
            cell: (row) => row.free ?? t('locations.unlimited'),
          },
          {
            key: 'status',
            title: t('locations.status'),
            cell: (row) => <Status active={row.active} />,
          },
        ]}
      />
      {open === 'add' && <AddLocation zones={zones?.rows ?? []} onClose={close} />}
      {open === 'addRange' && <AddRange zones={zones?.rows ?? []} onClose={close} />}
      {open === 'addZone' && <AddZone onClose={close} />}
    </>
  );
}

/** In use or closed. */
export const Status = ({ active }: { readonly active: boolean }) => (
  <StateTag
    state={office.both(active ? 'locations.open' : 'locations.closed')}
    tone={active ? 'good' : 'plain'}
  />
);
