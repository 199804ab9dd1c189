import { useEffect, useState } from 'react';
import { call, type Reply } from '../../shared/api.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { HowLong, When } from '../../shared/when.tsx';
import { floorLater } from '../../shared/words/floor-later.ts';
import { Card, Quiet } from '../parts.tsx';
import { Rows } from '../rows.tsx';

type Row = Reply<'GET /api/v1/tickets'>['rows'][number];
const MAX_TICKETS_SHOWN = 20;

/** What lies at our bench, the nearest promise first. */
export function TicketChoice({
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
    call('GET /api/v1/tickets', {
      vendor: 'bench',
      open: 'yes',
      sort: 'promisedAt',
      page: 1,
      size: MAX_TICKETS_SHOWN,
    }).then(
      (reply) => setRows(reply.rows),
      // The thing itself can be scanned all the same.
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
          <h2 className="card-label">{t('bench.open')}</h2>
          <Rows
            rows={rows.map((row) => ({
              id: row.code,
              title: say(row.name),
              quiet: `${say(row.state)} · ${row.fault}`,
              end: (
                <span className={row.overdue ? 'count late' : 'count'}>
                  {row.overdue && `${t('bench.overdue')} `}
                  {row.overdue ? <HowLong since={row.promisedAt} /> : <When at={row.promisedAt} />}
                </span>
              ),
              onPress: () => onChoose(row.code),
            }))}
          />
        </section>
      )}
    </>
  );
}
