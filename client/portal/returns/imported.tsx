import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { Faults } from '../../shared/desk/sheets/import-report.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { sheetWords } from '../../shared/words/sheets.ts';

export type Report = NonNullable<Reply<'GET /api/v1/return-orders/imports/:scanId'>['report']>;

/** What came of it: one return for each of the exporter's numbers, and those that something kept out after the check. */
export function Imported({
  report,
  fileName,
  onAnother,
}: {
  readonly report: Report;
  readonly fileName: string;
  readonly onAnother: () => void;
}) {
  const t = useWords(portal);
  const ofSheets = useWords(sheetWords);
  const say = useSay();
  const states = useCatalogue().entities.returnOrder?.states ?? [];
  const lines = report.orders.reduce((sum, order) => sum + order.lines, 0);
  const stateOf = (order: Report['orders'][number]) => states.find(({ id }) => id === order.state);
  const toReview = report.orders.filter((order) => stateOf(order)?.waitsFor === 'staff').length;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={ofSheets('import.done', { count: report.orders.length, lines })}
        description={
          toReview > 0 ? ofSheets('import.toReview', { count: toReview }) : ofSheets('import.doneWhy')
        }
        action={<Button onClick={onAnother}>{ofSheets('import.another')}</Button>}
      />
      {report.faults.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            title={ofSheets('import.leftOut')}
            description={ofSheets('import.leftOutWhy')}
          />
          <Faults title={ofSheets('import.faults')} faults={report.faults} fileName={fileName} />
        </>
      )}
      <Card title={ofSheets('import.orders')}>
        <ul className="plain-list">
          {report.orders.slice(0, 100).map((order) => {
            const state = stateOf(order);
            return (
              <li key={order.code}>
                <span className="two-lines">
                  <Link to={`/returns/${order.code}`}>{order.reference || <Code>{order.code}</Code>}</Link>
                  <span className="quiet-text">
                    <Code>{order.code}</Code> {t('returns.linesCount', { count: order.lines })}
                  </span>
                </span>
                {state && (
                  <span className={state.waitsFor === 'staff' ? 'state-tag due' : 'state-tag'}>
                    {say(state)}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        {report.orders.length > 100 && <Link to="/returns">{t('home.allReturns')}</Link>}
      </Card>
    </>
  );
}
