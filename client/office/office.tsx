import { Outlet } from 'react-router';
import { SkipLink } from '../shared/desk/skip-link.tsx';
import { Rail } from './rail.tsx';

/** The frame of the office: the rail on the left, the page beside it. */
export function Office() {
  return (
    <div className="office">
      <SkipLink />
      <Rail />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
