import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Permission } from '../../server/access/permissions.ts';
import { Failure } from './failure.ts';
import { fetchMe, homeOf, leaveIfSignedOut, type Me } from './session.ts';
import { useSay, useWords } from './use-words.ts';
import { shell } from './words/shell.ts';

interface Signed {
  readonly me: Me;
  readonly again: () => Promise<void>;
}
const SignedContext = createContext<Signed | undefined>(undefined);

function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error('This screen stands outside <SignedIn>.');
  return signed;
}
/** Who is signed in; known everywhere inside `<SignedIn>`. */
export const useMe = (): Me => useSigned().me;
/** Asks the server again who is signed in, after a change of warehouse. */
export const useMeAgain = () => useSigned().again;
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** Everything of one side of the house. Strangers go to the sign-in page, other sides to their own face. */
export function SignedIn({ side, children }: { readonly side: Me['side']; readonly children: ReactNode }) {
  const [me, setMe] = useState<Me>();
  const [failure, setFailure] = useState<unknown>();
  const again = useCallback(async () => {
    try {
      setFailure(undefined);
      const found = await fetchMe();
      const home = homeOf(found);
      if (found.secondFactor === 'missing' && location.pathname !== home) location.replace(home);
      else if (found.side === side) setMe(found);
      else location.replace(home);
    } catch (error) {
      leaveIfSignedOut(error);
      setFailure(error);
    }
  }, [side]);
  useEffect(() => void again(), [again]);
  if (me) return <SignedContext value={{ me, again }}>{children}</SignedContext>;
  return failure === undefined || (failure instanceof Failure && failure.status === 401) ? (
    <Waiting />
  ) : (
    <NotReached failure={failure} retry={again} />
  );
}

/** A page that is on its way. */
export function Waiting() {
  const t = useWords(shell);
  return (
    <div className="notice-page" role="status">
      <div className="wait-ring" />
      <p>{t('loading')}</p>
    </div>
  );
}

function NotReached({ failure, retry }: { readonly failure: unknown; readonly retry: () => void }) {
  const t = useWords(shell);
  const say = useSay();
  return (
    <div className="notice-page" role="alert">
      <h1>{t('failure.title')}</h1>
      <p>{failure instanceof Failure ? say(failure.words) : t('failure.server')}</p>
      <button type="button" className="plain-button" onClick={retry}>
        {t('retry')}
      </button>
    </div>
  );
}
