import { Alert } from 'antd';
import { useParams } from 'react-router';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { ExportedFacts, ExportedLines } from '../../shared/desk/exported/exported-order.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

/** One exported order: what is left of each of its lines, and the returns that take the rest. */
export function ExportedOrderPage() {
  const { id = '' } = useParams();
  const t = useWords(portal);
  const may = useMay();
  const asked = useReply('GET /api/v1/exported-orders/:id', { id });
  return (
    <ThingPage
      asked={asked}
      waiting={t('exported.title')}
      show={(order) => {
        const isLeft = order.lines.some(({ left }) => left > 0);
        return {
          title: order.number,
          actions: may('returns.submit') && isLeft && (
            <ButtonLink type="primary" to={`/returns/new?exported=${order.id}`}>
              {t('exported.return')}
            </ButtonLink>
          ),
          main: (
            <>
              {!isLeft && <Alert type="info" showIcon title={t('exported.nothingLeft')} />}
              <ExportedLines order={order} returnAt={(code) => `/returns/${code}`} />
            </>
          ),
          aside: <ExportedFacts order={order} />,
        };
      }}
    />
  );
}
