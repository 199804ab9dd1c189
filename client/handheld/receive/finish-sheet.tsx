import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { PrimaryButton, SideButton } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import { Sheet } from '../sheet.tsx';
import { type Order, piecesExpected, stillExpected } from './match.ts';
import { reportMissing } from './parcel.ts';
import type { Receiving } from './use-receiving.ts';

/** The parcel is empty and something is missing: it did not come, or it comes later. */
export function FinishSheet({
  work,
  order,
  onClose,
}: {
  readonly work: Receiving;
  readonly order: Order;
  readonly onClose: () => void;
}) {
  const t = useWords(floor);
  const say = useSay();
  const missing = stillExpected(order);
  const count = piecesExpected(order);
  return (
    <Sheet title={t('receive.short', { count })} onClose={onClose}>
      <Rows
        rows={missing.map((piece) => ({
          id: piece.code,
          title: say(piece.name),
          quiet: piece.serial ?? piece.sku,
          end: <span className="count">{piece.quantity}</span>,
        }))}
      />
      <PrimaryButton
        tone="warning"
        onClick={() => {
          onClose();
          void work.station.run(() => reportMissing(work));
        }}
      >
        {t('receive.reportMissing', { count })}
      </PrimaryButton>
      <SideButton
        onClick={() => {
          onClose();
          void work.station.run(work.close);
        }}
      >
        {t('receive.comesLater')}
      </SideButton>
    </Sheet>
  );
}
