import { addressOf } from '../../shared/api.ts';
import { isA } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { openPaper } from '../labels.ts';
import { CountSheet } from '../leaving/count-sheet.tsx';
import { Pieces, ShipmentCard } from '../leaving/shipment-card.tsx';
import { ShipmentChoice } from '../leaving/shipment-choice.tsx';
import { type Leaving, type Shipment, stillTo, useLeaving } from '../leaving/use-leaving.ts';
import { OpenSteps } from '../open-steps.tsx';
import { PrimaryButton, SideButton } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { useRecentAnswers } from '../session-state.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';

/** A shipment, each of its things into the carton, then closed, labelled and handed over. */
export function Pack() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const work = useLeaving('pack');
  const { station, last } = work;
  const shipment = work.shipment.now;
  const item = last.now;
  const { problems, asking } = useItemProblems(
    item,
    (one, answers) => void (item && station.run(() => work.take(item, one.step, answers))),
  );
  const left = shipment ? stillTo('pack', shipment) : [];
  return (
    <Station
      station={station}
      title={t('station.pack')}
      hint={t(left.length > 0 ? 'scan.item' : 'scan.shipment')}
      onScan={work.scan}
      problems={shipment ? [{ label: f('leaving.other'), report: work.leave }, ...problems] : problems}
      buttons={shipment && <Buttons work={work} shipment={shipment} next={left[0]?.code} />}
    >
      {!shipment && (
        <ShipmentChoice hint={t('start.pack')} onChoose={(code) => void station.run(() => work.open(code))} />
      )}
      {shipment && (
        <>
          <ShipmentCard shipment={shipment} isDone={({ packed }) => packed} unit={f('leaving.packed')} />
          <Pieces
            label={f('leaving.intoCarton')}
            pieces={[...left, ...doneOf(shipment)]}
            isDone={({ packed }) => packed}
          />
        </>
      )}
      <CountSheet counted={work.counted} />
      {asking}
    </Station>
  );
}

const doneOf = ({ items }: Shipment) => items.filter(({ packed }) => packed);

function Buttons({
  work,
  shipment,
  next,
}: {
  readonly work: Leaving;
  readonly shipment: Shipment;
  /** What is to be packed; without one the shipment itself moves on. */
  readonly next: string | undefined;
}) {
  const t = useWords(floorLater);
  const say = useSay();
  const carriers = useRecentAnswers('carrier');
  const { station, last } = work;
  const item = last.now;
  const packed = next === undefined;
  const pictured = item?.code ?? next;
  const undo = item?.openSteps.find(({ step }) => step === item.undo);
  const steps = packed ? shipment.openSteps.filter((step) => !isA(step, 'desk work')) : [];
  const label = addressOf('GET /api/v1/shipments/:code/label.pdf', { code: shipment.code });
  return (
    <OpenSteps
      key={shipment.state.id}
      steps={steps}
      about={{ exporter: shipment.exporter.code }}
      said={{ carrier: carriers.said }}
      instead={
        packed &&
        steps.every((step) => isA(step, 'aside')) && (
          <PrimaryButton onClick={work.leave}>{t('leaving.next')}</PrimaryButton>
        )
      }
      beside={
        <>
          {pictured && <PhotoButton station={station} of="item" code={pictured} />}
          {item && undo && (
            <SideButton onClick={() => void station.run(() => work.take(item, undo.step))}>
              {say(undo.button)}
            </SideButton>
          )}
          <SideButton onClick={() => openPaper(label)}>{t('leaving.printLabel')}</SideButton>
        </>
      }
      onStep={({ step }, answers) => {
        if (typeof answers.carrier === 'string') carriers.remember(answers.carrier);
        void station.run(() => work.takeShipmentStep(step, answers));
      }}
    />
  );
}
