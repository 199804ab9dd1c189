import { Link, NavLink, Outlet } from 'react-router';
import { AccountMenu } from '../shared/desk/account-menu.tsx';
import { NoticeBell } from '../shared/desk/notices.tsx';
import { SkipLink } from '../shared/desk/skip-link.tsx';
import { CheckIcon, Mark, TruckIcon, WrenchIcon } from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { vendor } from '../shared/words/vendor.ts';

const places = [
  { name: 'tickets', path: '/', Icon: WrenchIcon },
  { name: 'coming', path: '/consignments', Icon: TruckIcon },
  { name: 'done', path: '/done', Icon: CheckIcon },
] as const;

/** The frame of the vendor portal: made for a telephone, its places where the thumb is. */
export function Vendor() {
  const t = useWords(vendor);
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
        <NoticeBell />
        <AccountMenu />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="vendor-places" aria-label={t('nav.label')}>
        {places.map(({ name, path, Icon }) => (
          <NavLink key={name} to={path} end={path === '/'}>
            <Icon />
            {t(`nav.${name}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
