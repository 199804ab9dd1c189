import { Alert } from 'antd';
import { Outlet } from 'react-router';
import { SkipLink } from '../shared/desk/skip-link.tsx';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { office } from '../shared/words/office.ts';
import { Rail } from './rail.tsx';

/** The frame of the office: the rail on the left, the page beside it. */
export function Office() {
  const t = useWords(office);
  const { isExposed } = useMe();
  return (
    <div className="office">
      <SkipLink />
      <Rail />
      <main id="content" tabIndex={-1}>
        {isExposed && <Alert type="warning" banner title={t('exposed')} />}
        <Outlet />
      </main>
    </div>
  );
}
