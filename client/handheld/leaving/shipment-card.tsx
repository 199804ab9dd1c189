import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { ways } from '../../shared/words/ways.ts';
import { BigNumber, Card, Chip } from '../parts.tsx';
import { type Row, Rows } from '../rows.tsx';
import type { Shipment } from './use-leaving.ts';

type Exit = 'resale' | 'exchange' | 'toBuyer' | 'toExporter';
type Transport = 'air' | 'sea' | 'road';

const piecesOf = (items: Shipment['items']) => items.reduce((sum, { quantity }) => sum + quantity, 0);

/** Which shipment it is, to whom, and how far it is, in articles. */
export function ShipmentCard({
  shipment,
  isDone,
  unit,
}: {
  readonly shipment: Shipment;
  readonly isDone: (piece: Shipment['items'][number]) => boolean;
  readonly unit: string;
}) {
  const t = useWords(ways);
  const say = useSay();
  return (
    <Card>
      <p className="thing-name">
        {shipment.consignee} · {shipment.country}
      </p>
      <Code>{shipment.code}</Code>
      <BigNumber value={piecesOf(shipment.items.filter(isDone))} of={piecesOf(shipment.items)} unit={unit} />
      <div className="chips">
        <Chip>{say(shipment.state)}</Chip>
        <Chip>{t(`exit.${shipment.exit as Exit}`)}</Chip>
        {shipment.waybill && (
          <Chip>
            {shipment.carrier} <Code>{shipment.waybill}</Code>
          </Chip>
        )}
        <Chip>{t(`transport.${shipment.transport as Transport}`)}</Chip>
      </div>
    </Card>
  );
}

/** Things of a shipment, one below the other. */
export function Pieces({
  label,
  pieces,
  isDone,
}: {
  readonly label: string;
  readonly pieces: Shipment['items'];
  readonly isDone: (piece: Shipment['items'][number]) => boolean;
}) {
  const t = useWords(floorLater);
  const say = useSay();
  if (pieces.length === 0) return null;
  const rows: Row[] = pieces.map((piece) => ({
    id: piece.code,
    title: say(piece.name),
    quiet: <Code>{piece.code}</Code>,
    end: isDone(piece) ? (
      <span className="count full">{t('leaving.done')}</span>
    ) : (
      <span className="count">{piece.location ?? say(piece.state)}</span>
    ),
  }));
  return (
    <section className="card flush">
      <h2 className="card-label">{label}</h2>
      <Rows rows={rows} />
    </section>
  );
}
