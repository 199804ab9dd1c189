import { useState } from 'react';
import { type Answers, choicesOf, isA, type OpenStep, theOne } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Asking } from '../asking.tsx';
import { useCatalogue } from '../catalogue.ts';
import type { Item } from '../item-card.tsx';
import { OpenSteps } from '../open-steps.tsx';
import { PrimaryButton, SideButton, SideButtons } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { Sheet } from '../sheet.tsx';
import type { StationState } from '../use-station.ts';

interface DecisionProps {
  readonly station: StationState;
  readonly item: Item;
  readonly onStep: (step: string, answers: Answers) => void;
}

/** The advice is the big button; another way, and the exporter's word, stand beside it. */
export function Decision({ station, item, onStep }: DecisionProps) {
  const t = useWords(floorLater);
  const k = useWords(handheld);
  const say = useSay();
  const { lists, nameOf, meaningOf } = useCatalogue();
  const [asking, setAsking] = useState<OpenStep>();
  const [more, setMore] = useState(false);
  const decide = theOne(item.openSteps, 'decision');
  const askExporter = theOne(item.openSteps, 'question');
  const press = (step: OpenStep) => {
    setMore(false);
    if (step.fields.length > 0) setAsking(step);
    else onStep(step.step, {});
  };
  // Once it is decided, deciding again is one of the other ways, not the next step.
  // Nor before it is known what the advice means: to ask the exporter is another step.
  if (!decide || !item.advised || item.disposition || !lists.disposition)
    return (
      <OpenSteps
        steps={item.openSteps}
        undo={item.undo}
        about={{ exporter: item.exporter?.code, item }}
        onStep={(step, answers) => onStep(step.step, answers)}
      />
    );
  const waits = askExporter && meaningOf('disposition', item.advised) === 'ask';
  const others = item.openSteps.filter((step) => step !== decide && !isA(step, 'photo'));
  const advised = item.advised;
  return (
    <>
      <PrimaryButton
        onClick={() => (waits ? onStep(askExporter.step, {}) : onStep(decide.step, { disposition: advised }))}
      >
        {waits ? say(askExporter.button) : say(nameOf('disposition', advised))}
      </PrimaryButton>
      <SideButtons>
        <SideButton onClick={() => press(decide)}>{t('inspect.otherWay')}</SideButton>
        <PhotoButton station={station} of="item" code={item.code} />
        {others.length > 0 && <SideButton onClick={() => setMore(true)}>{k('key.more')}</SideButton>}
      </SideButtons>
      {more && (
        <Sheet title={k('key.more')} onClose={() => setMore(false)}>
          {others.map((step) => (
            <SideButton key={step.step} onClick={() => press(step)}>
              {say(step.button)}
            </SideButton>
          ))}
        </Sheet>
      )}
      {asking && (
        <Asking
          step={asking}
          about={{ exporter: item.exporter?.code }}
          lists={advisedFirst(asking, advised, lists)}
          onClose={() => setAsking(undefined)}
          onDone={(answers) => {
            setAsking(undefined);
            onStep(asking.step, answers);
          }}
        />
      )}
    </>
  );
}

type Lists = ReturnType<typeof useCatalogue>['lists'];
function advisedFirst(step: OpenStep, advised: string, lists: Lists): Lists {
  const field = step.fields.find(({ name }) => name === 'disposition');
  const choices = field && choicesOf(field, lists);
  if (!field?.list || !choices) return lists;
  const sorted = [...choices].sort((a, b) => Number(b.value === advised) - Number(a.value === advised));
  return { ...lists, [field.list]: sorted };
}
