import { Link, Outlet } from 'react-router';
import { AccountMenu } from '../shared/desk/account-menu.tsx';
import { SkipLink } from '../shared/desk/skip-link.tsx';
import { Mark } from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';

/** The frame of the vendor portal: made for a telephone. */
export function Vendor() {
  const english = useLanguage() === 'en';
  const { organisation } = useMe();
  return (
    <div className="vendor">
      <SkipLink />
      <header className="vendor-head">
        <Link to="/">
          <Mark size={32} />
          <b>{english ? organisation.nameEn : organisation.nameZh}</b>
        </Link>
        <AccountMenu />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
