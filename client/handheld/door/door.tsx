import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { call, type Reply } from '../../shared/api.ts';
import { fetchMe, goSignIn, type Me, whenSignedOut } from '../../shared/session.ts';
import { SignedIn, useMe, Waiting } from '../../shared/signed-in.tsx';
import { BadgeScreen } from './badge-screen.tsx';
import { hangDoor, lock, unlock, useLocked } from './lock.ts';
import { useIdleLock } from './use-idle-lock.ts';
import './door.css';

export type ThisDevice = NonNullable<Reply<'GET /api/v1/device'>['device']>;

/** On an enrolled handheld people come in with their badge; anywhere else they sign in as at a desk. */
export function Door({ children }: { readonly children: ReactNode }) {
  const [device, setDevice] = useState<ThisDevice | null>();
  useEffect(() => {
    call('GET /api/v1/device', {}).then(
      (found) => setDevice(found.device),
      () => setDevice(null),
    );
  }, []);
  if (device === undefined) return <Waiting />;
  if (device === null) return <SignedIn side="staff">{children}</SignedIn>;
  return <Enrolled device={device}>{children}</Enrolled>;
}

/**
 * Whoever comes back after a lock finds their work as it was; whoever takes over begins anew. So the work stays where
 * it is while the door is shut, out of sight and out of reach.
 */
function Enrolled({ device, children }: { readonly device: ThisDevice; readonly children: ReactNode }) {
  const shut = useLocked();
  const [turn, setTurn] = useState(0);
  const worker = useRef<Me>(undefined);
  const remember = useCallback((me: Me) => {
    worker.current = me;
  }, []);
  useEffect(() => {
    hangDoor();
    whenSignedOut(() => lock());
    return () => whenSignedOut(goSignIn);
  }, []);
  const enter = async () => {
    const me = await fetchMe();
    if (worker.current?.id !== me.id) setTurn((n) => n + 1);
    worker.current = me;
    unlock();
  };
  return (
    <>
      <div hidden={shut !== null} inert={shut !== null}>
        <SignedIn key={turn} side="staff">
          <Remembered tell={remember} />
          {children}
        </SignedIn>
      </div>
      {shut && (
        <BadgeScreen
          key={shut.badge ?? 'nobody'}
          device={device}
          behind={worker.current?.name ?? null}
          scanned={shut.badge}
          onIn={enter}
        />
      )}
    </>
  );
}

function Remembered({ tell }: { readonly tell: (me: Me) => void }) {
  const me = useMe();
  useEffect(() => tell(me), [tell, me]);
  useIdleLock(me.device?.idleLockMinutes);
  return null;
}
