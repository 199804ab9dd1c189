import { useState } from 'react';
import type { Answers } from '../shared/questions.ts';
import { useSay } from '../shared/use-words.ts';
import { Questions, type QuestionsProps } from './questions.tsx';
import { Sheet } from './sheet.tsx';

type AskingProps = Omit<QuestionsProps, 'answers' | 'onAnswers'> & {
  /** What is known already. */
  readonly given?: Answers;
  readonly onClose: () => void;
};

/** Asks what a step wants to know, over the station. */
export function Asking({ given = {}, onClose, ...questions }: AskingProps) {
  const say = useSay();
  const [answers, setAnswers] = useState(given);
  return (
    <Sheet title={say(questions.step.button)} onClose={onClose}>
      <Questions {...questions} answers={answers} onAnswers={setAnswers} />
    </Sheet>
  );
}
