import { type ReactNode, useState } from 'react';
import { grouped } from '../shared/code.tsx';
import {
  type Answer,
  type Answers,
  type AskedStep,
  type ChoiceLists,
  choicesOf,
  isRuledOut,
  type Question,
} from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { AskAmount, AskChoice, AskCount, AskText } from './ask.tsx';
import { type About, AskFetched, isFetched } from './ask-fetched.tsx';
import { useCatalogue } from './catalogue.ts';
import { PrimaryButton, Quiet, SideButton, SideButtons } from './parts.tsx';
import { Rows } from './rows.tsx';
import { useScanAnswer } from './scanner/use-scan-answer.ts';

export interface QuestionsProps {
  readonly step: AskedStep;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  readonly onDone: (answers: Answers) => void;
  readonly about?: About;
  /** Asks what may be left out as well, one by one. */
  readonly all?: boolean;
  /** What was answered to a question before, on this device. */
  readonly said?: Readonly<Record<string, readonly string[]>>;
  /** In place of the catalogue's own order or choice. */
  readonly lists?: ChoiceLists;
  /** Stands beside the big button at the end. */
  readonly children?: ReactNode;
}

/** What a step wants to know: one question per screen, then what was said and what may be added, then the step. */
export function Questions({ step, answers, onAnswers, onDone, all = false, ...rest }: QuestionsProps) {
  const t = useWords(handheld);
  const say = useSay();
  const [turnedTo, turnTo] = useState<string>();
  const said = step.fields.filter((field) => !isRuledOut(field, true, answers));
  const asked = said.filter((field) => field.required || all);
  const open = asked.find(({ name }) => !(name in answers));
  const question = said.find(({ name }) => name === turnedTo) ?? open;
  if (!question)
    return <Summary {...{ step: { ...step, fields: said }, answers, onAnswers, onDone, turnTo, ...rest }} />;
  const at = asked.indexOf(question);
  const give = (answer: Answer) => {
    const now = { ...answers, [question.name]: answer };
    // What cannot be true beside this answer is asked once more.
    const clash = step.fields.filter((field) => isRuledOut(field, now[field.name], now));
    const next = Object.fromEntries(
      Object.entries(now).filter(([name]) => !clash.some((field) => field.name === name)),
    );
    turnTo(undefined);
    onAnswers(next);
    // With nothing left to say, the last answer is the press of the button.
    if (said.every(({ name }) => name in next)) onDone(next);
  };
  return (
    <div className="question" key={question.name}>
      <div className="question-head">
        <h2>{say(question.label)}</h2>
        {asked.length > 1 && at >= 0 && (
          <Quiet>
            {at + 1} / {asked.length}
          </Quiet>
        )}
      </div>
      <Ask question={question} answers={answers} give={give} {...rest} />
      <SideButtons>
        {at > 0 && <SideButton onClick={() => turnTo(asked[at - 1]?.name)}>{t('key.back')}</SideButton>}
        {!question.required && <SideButton onClick={() => give(undefined)}>{t('key.skip')}</SideButton>}
      </SideButtons>
    </div>
  );
}

function Summary({
  step,
  answers,
  onDone,
  turnTo,
  lists,
  children,
}: Pick<QuestionsProps, 'step' | 'answers' | 'onDone' | 'lists' | 'children'> & {
  readonly turnTo: (name: string) => void;
}) {
  const t = useWords(handheld);
  const say = useSay();
  const catalogue = useCatalogue();
  const worded = (question: Question) => {
    const answer = answers[question.name];
    if (answer === undefined) return `+ ${t('key.add')}`;
    const choice = choicesOf(question, lists ?? catalogue.lists, answers)?.find(
      ({ value }) => value === answer,
    );
    if (choice) return say(choice);
    if (typeof answer === 'boolean') return t(answer ? 'key.yes' : 'key.no');
    if (question.kind === 'weight') return `${Number(answer) / 1000} kg`;
    return question.kind === 'money' ? `¥${(Number(answer) / 100).toFixed(2)}` : grouped(String(answer));
  };
  return (
    <div className="question">
      <Rows
        rows={step.fields.map((field) => ({
          id: field.name,
          title: say(field.label),
          end: worded(field),
          onPress: () => turnTo(field.name),
        }))}
      />
      <PrimaryButton onClick={() => onDone(answers)}>{say(step.button)}</PrimaryButton>
      {children}
    </div>
  );
}

type AskProps = Pick<QuestionsProps, 'about' | 'said' | 'lists'> & {
  readonly question: Question;
  readonly answers: Answers;
  readonly give: (answer: Answer) => void;
};

/** One question, and what is said to a scan that does not answer it. */
function Ask(asked: AskProps) {
  const say = useSay();
  const { wrong, scan, forget } = useScanAnswer(asked.question.kind, say(asked.question.label), asked.give);
  return (
    // What is typed after a refusal is another answer: the refusal is not of that.
    <div className="question" onInput={forget}>
      <p className={wrong && 'refused-answer'} role="alert">
        {wrong}
      </p>
      <AskOne {...asked} scan={scan} />
    </div>
  );
}

function AskOne({
  question,
  answers,
  give,
  scan,
  about = {},
  said,
  lists,
}: AskProps & { readonly scan: (text: string) => Promise<void> }) {
  const t = useWords(handheld);
  const say = useSay();
  const catalogue = useCatalogue();
  const { kind, name } = question;
  const given = answers[name];
  const choices = choicesOf(question, lists ?? catalogue.lists, answers);
  if (choices)
    return <AskChoice choices={choices.map((one) => [one.value, say(one)])} given={given} give={give} />;
  if (isFetched(kind)) return <AskFetched kind={kind} about={about} give={give} />;
  switch (kind) {
    case 'yes or no':
      return (
        <AskChoice
          choices={[
            [true, t('key.yes')],
            [false, t('key.no')],
          ]}
          given={given}
          give={give}
        />
      );
    case 'count':
      return <AskCount give={give} />;
    case 'money':
    case 'weight':
      return <AskAmount of={kind} give={give} />;
    case 'code':
      return <Quiet>{t('key.choicesComing')}</Quiet>;
    default:
      return (
        <AskText
          long={kind === 'long text'}
          {...(kind === 'location' ? { scan } : {})}
          given={given}
          said={said?.[name] ?? []}
          give={give}
        />
      );
  }
}
