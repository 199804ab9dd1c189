import type { Reply } from '../api.ts';
import { useWords } from '../use-words.ts';
import { When } from '../when.tsx';
import { parcelWords } from '../words/parcel.ts';
import { CodeLink } from './code-link.tsx';
import { PhotoGallery } from './photo-gallery.tsx';
import { SmallTable } from './small-table.tsx';
import { StateTag } from './state-tag.tsx';

type Parcels = Reply<'GET /api/v1/return-orders/:code'>['parcels'];

/** The parcels in which a return order lay: to its exporter as well as to the house. */
export function ParcelList({
  parcels,
  to,
}: {
  readonly parcels: Parcels;
  /** The page of one, where there is one. */
  readonly to?: (code: string) => string;
}) {
  const t = useWords(parcelWords);
  const photos = parcels.flatMap((parcel) => parcel.photos);
  return (
    <>
      <SmallTable
        label={t('title')}
        rows={parcels}
        rowKey={(row) => row.code}
        columns={[
          ...(to
            ? [
                {
                  key: 'code',
                  title: t('code'),
                  cell: (row: Parcels[number]) => <CodeLink to={to(row.code)} code={row.code} />,
                },
              ]
            : []),
          { key: 'waybill', title: t('waybill'), cell: (row) => row.waybill ?? '–' },
          { key: 'seal', title: t('seal'), cell: (row) => row.seal ?? '–' },
          {
            key: 'weight',
            title: t('weight'),
            align: 'right',
            cell: ({ weightGrams }) => (weightGrams === null ? '–' : t('grams', { grams: weightGrams })),
          },
          { key: 'state', title: t('state'), cell: (row) => <StateTag state={row.state} /> },
          { key: 'receivedAt', title: t('receivedAt'), cell: (row) => <When at={row.receivedAt} /> },
        ]}
      />
      {photos.length > 0 && <PhotoGallery photos={photos} label={t('title')} />}
    </>
  );
}
