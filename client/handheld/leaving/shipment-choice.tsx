import { useEffect, useState } from 'react';
import { call, type Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { Card, Quiet } from '../parts.tsx';
import { Rows } from '../rows.tsx';

type Row = Reply<'GET /api/v1/shipments'>['rows'][number];
const MAX_SHIPMENTS_SHOWN = 20;

/** The shipments that are being prepared, for whoever has no paper to scan. */
export function ShipmentChoice({
  hint,
  onChoose,
}: {
  readonly hint: string;
  readonly onChoose: (code: string) => void;
}) {
  const t = useWords(floorLater);
  const say = useSay();
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    call('GET /api/v1/shipments', {
      notHandedOver: 'yes',
      sort: 'createdAt',
      page: 1,
      size: MAX_SHIPMENTS_SHOWN,
    }).then(
      (reply) => setRows(reply.rows),
      // Their papers can be scanned all the same.
      () => setRows([]),
    );
  }, []);
  return (
    <>
      <Card>
        <Quiet>{hint}</Quiet>
      </Card>
      {rows.length > 0 && (
        <section className="card flush">
          <h2 className="card-label">{t('leaving.open')}</h2>
          <Rows
            rows={rows.map((row) => ({
              id: row.code,
              title: <Code>{row.code}</Code>,
              quiet: `${row.consignee} · ${say(row.exporter)}`,
              end: <span className="count">{t('leaving.items', { count: row.items })}</span>,
              onPress: () => onChoose(row.code),
            }))}
          />
        </section>
      )}
    </>
  );
}
