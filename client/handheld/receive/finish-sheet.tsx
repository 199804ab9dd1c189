import { useSay, useWords } from '../../shared/use-words.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { PrimaryButton, SideButton } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import { Sheet } from '../sheet.tsx';
import { type Order, piecesExpected, stillExpected } from './match.ts';
import { close, reportMissing } from './parcel.ts';
import type { Receiving } from './use-receiving.ts';

/** The parcel is empty and something of its returns is missing: it did not come, or it comes later. */
export function FinishSheet({
  work,
  orders,
  onClose,
}: {
  readonly work: Receiving;
  readonly orders: readonly Order[];
  readonly onClose: () => void;
}) {
  const t = useWords(dockLater);
  const say = useSay();
  const lacking = orders.filter((order) => stillExpected(order).length > 0);
  const count = orders.reduce((sum, order) => sum + piecesExpected(order), 0);
  return (
    <Sheet title={t('short', { count })} onClose={onClose}>
      {lacking.map((order) => (
        <section key={order.code}>
          {/* Of which return it is, where several lie in it. */}
          {orders.length > 1 && (
            <p className="quiet code-line">{[order.reference, order.code].filter(Boolean).join(' · ')}</p>
          )}
          <Rows
            rows={stillExpected(order).map((piece) => ({
              id: piece.code,
              title: say(piece.name),
              quiet: piece.serial ?? piece.sku,
              end: <span className="count">{piece.quantity}</span>,
            }))}
          />
        </section>
      ))}
      <PrimaryButton
        tone="warning"
        onClick={() => {
          onClose();
          void work.station.run(() => reportMissing(work, orders));
        }}
      >
        {t('reportMissing', { count })}
      </PrimaryButton>
      <SideButton
        onClick={() => {
          onClose();
          void work.station.run(() => close(work));
        }}
      >
        {t('comesLater')}
      </SideButton>
    </Sheet>
  );
}
