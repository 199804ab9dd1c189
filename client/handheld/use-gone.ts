import { useEffect, useRef } from 'react';

/** Whether what asks has left the screen: nobody sees any more what it says. */
export function useGone(): { readonly current: boolean } {
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return gone;
}
