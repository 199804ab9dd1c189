import { useEffect, useState } from 'react';
import { call } from '../shared/api.ts';
import { useWords } from '../shared/use-words.ts';
import { door } from '../shared/words/door.ts';
import { signIn } from '../shared/words/sign-in.ts';

/** From the sign-in to the badge, on a handheld; and to make one of this device. */
export function HandheldWays() {
  const t = useWords(signIn);
  const atDoor = useWords(door);
  const [enrolled, setEnrolled] = useState<boolean>();
  useEffect(() => {
    call('GET /api/v1/device', {}).then(
      ({ device }) => setEnrolled(device !== null),
      () => setEnrolled(undefined),
    );
  }, []);
  if (enrolled === undefined) return null;
  return (
    <p className="entrance-help">
      <a href={enrolled ? '/handheld' : '/enrol'}>{enrolled ? t('badge') : atDoor('enrol.link')}</a>
    </p>
  );
}
