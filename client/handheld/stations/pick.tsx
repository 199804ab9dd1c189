import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { CountSheet } from '../leaving/count-sheet.tsx';
import { Pieces, ShipmentCard } from '../leaving/shipment-card.tsx';
import { ShipmentChoice } from '../leaving/shipment-choice.tsx';
import { type Leaving, stillTo, useLeaving } from '../leaving/use-leaving.ts';
import { BigPlace, PrimaryButton, SideButton, SideButtons, Thing } from '../parts.tsx';
import { go } from '../path.ts';
import { PhotoButton } from '../photo.tsx';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';

/** A shipment, then its things place by place: the next place is large, the scan of the thing picks it. */
export function Pick() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const work = useLeaving('pick');
  const { station, last } = work;
  const shipment = work.shipment.now;
  const { problems, asking } = useItemProblems(
    last.now,
    (one, answers) =>
      void (
        last.now && station.run(() => work.take(last.now as NonNullable<typeof last.now>, one.step, answers))
      ),
  );
  const [next, ...later] = shipment ? stillTo('pick', shipment) : [];
  return (
    <Station
      station={station}
      title={t('station.pick')}
      hint={t(shipment && next ? 'scan.item' : 'scan.shipment')}
      onScan={work.scan}
      problems={shipment ? [{ label: f('leaving.other'), report: work.leave }, ...problems] : problems}
      buttons={<Buttons work={work} next={next?.code} />}
    >
      {!shipment && (
        <ShipmentChoice hint={t('start.pick')} onChoose={(code) => void station.run(() => work.open(code))} />
      )}
      {next && <Next piece={next} />}
      {shipment && (
        <ShipmentCard shipment={shipment} isDone={({ picked }) => picked} unit={f('leaving.picked')} />
      )}
      <Pieces label={f('leaving.later')} pieces={later} isDone={() => false} />
      <CountSheet counted={work.counted} />
      {asking}
    </Station>
  );
}

function Next({ piece }: { readonly piece: ReturnType<typeof stillTo>[number] }) {
  const t = useWords(floorLater);
  const say = useSay();
  return (
    <>
      <BigPlace
        label={t('leaving.goTo')}
        place={piece.location ?? t('leaving.noPlace')}
        why={piece.quantity > 1 ? t('leaving.pieces', { count: piece.quantity }) : undefined}
      />
      <Thing name={say(piece.name)} code={piece.code} />
    </>
  );
}

/** `next` is what is to be picked; without one the shipment is ready to be packed. */
function Buttons({ work, next }: { readonly work: Leaving; readonly next: string | undefined }) {
  const t = useWords(floorLater);
  const say = useSay();
  const { station, last, shipment } = work;
  const item = last.now;
  const pictured = item?.code ?? next;
  const undo = item?.openSteps.find(({ step }) => step === item.undo);
  return (
    <>
      {!next && shipment.now && shipment.now.items.length > 0 && (
        <PrimaryButton onClick={() => go('pack', shipment.now?.code)}>{t('leaving.toPack')}</PrimaryButton>
      )}
      <SideButtons>
        {pictured && <PhotoButton station={station} of="item" code={pictured} />}
        {item && undo && (
          <SideButton onClick={() => void station.run(() => work.take(item, undo.step))}>
            {say(undo.button)}
          </SideButton>
        )}
        {shipment.now && <SideButton onClick={work.leave}>{t('leaving.other')}</SideButton>}
      </SideButtons>
    </>
  );
}
