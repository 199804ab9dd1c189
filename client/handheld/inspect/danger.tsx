import { useEffect, useState } from 'react';
import { call } from '../../shared/api.ts';
import type { Answers, Danger as Step } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import type { Item } from '../item-card.tsx';
import { BigPlace, Card, PrimaryButton, SideButton, SideButtons } from '../parts.tsx';

const FEW = 3;

/** What burns comes before what is asked: stop, and into which cabinet. */
export function Danger() {
  const t = useWords(floorLater);
  const [cabinets, setCabinets] = useState<readonly string[]>([]);
  useEffect(() => {
    call('GET /api/v1/locations', { kind: 'hazard', active: 'yes', page: 1, size: FEW }).then(
      ({ rows }) => setCabinets(rows.map(({ code }) => code)),
      // Its kind still says where it goes.
      () => setCabinets([]),
    );
  }, []);
  return (
    <>
      <Card label={t('inspect.stop')}>
        <p className="reason strong">{t('inspect.stopWhy')}</p>
      </Card>
      {cabinets.length > 0 && (
        <BigPlace label={t('inspect.cabinet')} place={cabinets.join(' · ')} why={t('inspect.cabinetWhy')} />
      )}
    </>
  );
}

/** Held at once with what is known, or the answer taken back. */
export function DangerButtons({
  item,
  danger,
  onStep,
  onWrong,
}: {
  readonly item: Item;
  readonly danger: Step;
  readonly onStep: (step: string, answers: Answers) => void;
  readonly onWrong: () => void;
}) {
  const t = useWords(floorLater);
  return (
    <>
      {item.openSteps.some(({ step }) => step === danger.step) && (
        <PrimaryButton tone="error" onClick={() => onStep(danger.step, danger.answers)}>
          {t('inspect.holdNow')}
        </PrimaryButton>
      )}
      <SideButtons>
        <SideButton onClick={onWrong}>{t('inspect.answerWrong')}</SideButton>
      </SideButtons>
    </>
  );
}
