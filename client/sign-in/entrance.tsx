import { type ReactNode, useEffect } from 'react';
import { Mark } from '../shared/icons.tsx';
import { choose, useLanguage } from '../shared/language.ts';
import { fetchMe, nextPage } from '../shared/session.ts';
import { useWords } from '../shared/use-words.ts';
import { door } from '../shared/words/door.ts';
import type { Say } from '../shared/words/messages.ts';
import { shell } from '../shared/words/shell.ts';
import { signIn } from '../shared/words/sign-in.ts';
import { ConfirmForm, EnrolForm, ForgottenForm, InvitationForm, ResetForm } from './linked-forms.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { WelcomeForm } from './welcome-form.tsx';

interface EntrancePage {
  readonly title: (t: Say<typeof signIn.zh>, atDoor: Say<typeof door.zh>) => string;
  readonly Form: (props: { readonly enter: () => Promise<void> }) => ReactNode;
}
const signInPage: EntrancePage = { title: (t) => t('title'), Form: SignInForm };
/** What opens from a link, beside the sign-in itself. */
const pages: Readonly<Record<string, EntrancePage>> = {
  '/welcome': { title: (t) => t('welcome.title'), Form: WelcomeForm },
  '/forgotten': { title: (t) => t('forgotten.title'), Form: ForgottenForm },
  '/reset': { title: (t) => t('reset.title'), Form: ResetForm },
  '/invitation': { title: (t) => t('invitation.title'), Form: InvitationForm },
  '/confirm': { title: (t) => t('confirm.title'), Form: ConfirmForm },
  '/enrol': { title: (_t, atDoor) => atDoor('enrol.title'), Form: EnrolForm },
};

/** The front door: sign-in, and once in the life of a house its first administrator. */
export function Entrance() {
  const t = useWords(signIn);
  const { title, Form } = pages[location.pathname] ?? signInPage;
  const heading = title(t, useWords(door));
  useEffect(() => {
    document.title = `${heading} · 归航 Guihang`;
  }, [heading]);
  return (
    <div className="entrance">
      <header className="entrance-brand">
        <p className="entrance-name">
          <Mark size={44} />
          <span>
            <span lang="zh-CN">归航</span> <span lang="en">Guihang</span>
          </span>
        </p>
        <p className="entrance-motto">{t('motto')}</p>
        <p className="entrance-about">{t('about')}</p>
        <Waves />
      </header>
      <main className="entrance-main">
        <LanguageSwitch />
        <Form enter={enter} />
      </main>
    </div>
  );
}

/** Signed in: on to the page that was asked for, or to the face that belongs to the role. */
async function enter() {
  location.replace(nextPage(await fetchMe()));
}

function LanguageSwitch() {
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const t = useWords(shell);
  return (
    <button type="button" className="entrance-language" lang={other} onClick={() => choose(other)}>
      {t('otherLanguage')}
    </button>
  );
}

const Waves = () => (
  <svg className="entrance-waves" viewBox="0 0 600 160" preserveAspectRatio="none" aria-hidden="true">
    <path d="M0 60c100-50 200 50 300 0s200-50 300 0v100H0z" fill="#0e7c86" opacity="0.55" />
    <path d="M0 95c100-45 200 45 300 0s200-45 300 0v65H0z" fill="#14919b" opacity="0.45" />
    <path d="M0 128c100-30 200 30 300 0s200-30 300 0v32H0z" fill="#8fd3cf" opacity="0.3" />
  </svg>
);
