import { useEffect, useState } from 'react';
import { call } from '../api.ts';
import type { Answers, Question } from '../questions.ts';
import { whenProofIsAsked } from '../send.ts';
import { useWords } from '../use-words.ts';
import { account } from '../words/account.ts';
import { StepForm } from './step-form.tsx';

interface Asked {
  readonly ways: readonly string[];
  readonly answer: (isProven: boolean) => void;
}

/** Asks for password or code when the server wants to know who sits here; what was sent then goes once more. */
export function ProofDialog() {
  const t = useWords(account);
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    whenProofIsAsked(({ refusal }) => {
      const { ways = ['password'] } = refusal;
      return new Promise((answer) => setAsked({ ways, answer }));
    });
    return () => whenProofIsAsked(undefined);
  }, []);
  if (!asked) return null;
  const { ways, answer } = asked;
  const label = ways.length > 1 ? 'proof.either' : ways.includes('code') ? 'proof.code' : 'proof.password';
  const question: Question = { name: 'proof', kind: 'password', required: true, label: account.both(label) };
  const end = (isProven: boolean) => {
    answer(isProven);
    setAsked(undefined);
  };
  const prove = async (answers: Answers) => {
    const proof = String(answers.proof);
    const isCode = ways.includes('code') && /^\d{6}$/.test(proof.trim());
    await call('POST /api/v1/me/proofs', isCode ? { code: proof.trim() } : { password: proof });
    end(true);
  };
  return (
    <StepForm title={t('proof.title')} questions={[question]} onDone={prove} onClose={() => end(false)} />
  );
}
