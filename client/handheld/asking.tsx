import { useState } from 'react';
import {
  type Answers,
  type ChoiceLists,
  choicesOf,
  type OpenStep,
  type Question,
} from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { AskChoice, AskCount, AskMoney, AskText } from './ask.tsx';
import { Quiet, SideButton } from './parts.tsx';
import { Sheet } from './sheet.tsx';

type Given = string | number | boolean | undefined;
interface AskingProps {
  readonly step: OpenStep;
  readonly lists?: ChoiceLists;
  readonly onDone: (answers: Answers) => void;
  readonly onClose: () => void;
}

/** Asks what a step wants to know, one question per screen, and gives all the answers at the end. */
export function Asking({ step, lists = {}, onDone, onClose }: AskingProps) {
  const t = useWords(handheld);
  const say = useSay();
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState(0);
  const question = step.fields[at];
  if (!question) return null;
  const give = (given: Given) => {
    const all = { ...answers, ...(given === undefined ? {} : { [question.name]: given }) };
    setAnswers(all);
    if (at + 1 < step.fields.length) setAt(at + 1);
    else onDone(all);
  };
  return (
    <Sheet title={say(step.button)} onClose={onClose}>
      <div className="question" key={question.name}>
        <Quiet>
          {at + 1} / {step.fields.length}
        </Quiet>
        <h3>{say(question.label)}</h3>
        <Ask question={question} lists={lists} give={give} />
      </div>
      <div className="sides">
        {at > 0 && <SideButton onClick={() => setAt(at - 1)}>{t('key.back')}</SideButton>}
        {!question.required && <SideButton onClick={() => give(undefined)}>{t('key.skip')}</SideButton>}
      </div>
    </Sheet>
  );
}

function Ask({
  question,
  lists,
  give,
}: {
  readonly question: Question;
  readonly lists: ChoiceLists;
  readonly give: (given: Given) => void;
}) {
  const t = useWords(handheld);
  const say = useSay();
  const choices = choicesOf(question, lists);
  if (choices) return <AskChoice choices={choices.map((one) => [one.value, say(one)])} give={give} />;
  switch (question.kind) {
    case 'yes or no':
      return (
        <AskChoice
          choices={[
            [true, t('key.yes')],
            [false, t('key.no')],
          ]}
          give={give}
        />
      );
    case 'count':
      return <AskCount give={give} />;
    case 'money':
      return <AskMoney give={give} />;
    default:
      return (
        <AskText long={question.kind === 'long text'} scanned={!question.kind.includes('text')} give={give} />
      );
  }
}
