import { NavLink, Outlet } from 'react-router';
import { AccountMenu } from '../shared/desk/account-menu.tsx';
import { NoticeBell } from '../shared/desk/notices.tsx';
import { SkipLink } from '../shared/desk/skip-link.tsx';
import { Mark } from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { portal } from '../shared/words/portal.ts';

/** First what needs a decision, then what is on its way, then everything. */
const places = [
  { name: 'home', path: '/' },
  { name: 'returns', path: '/returns' },
  { name: 'exported', path: '/exported' },
  { name: 'parcels', path: '/parcels' },
  { name: 'items', path: '/items' },
  { name: 'shipments', path: '/shipments' },
  { name: 'skus', path: '/skus' },
] as const;

/** The frame of the exporter portal. */
export function Portal() {
  const t = useWords(portal);
  const english = useLanguage() === 'en';
  const { organisation } = useMe();
  return (
    <div className="portal">
      <SkipLink />
      <header className="portal-head">
        <div className="portal-house">
          <Mark size={32} />
          <b>{english ? organisation.nameEn : organisation.nameZh}</b>
        </div>
        <nav aria-label={t('nav.label')}>
          {places.map(({ name, path }) => (
            <NavLink key={name} to={path} end={path === '/'}>
              {t(`nav.${name}`)}
            </NavLink>
          ))}
        </nav>
        <NoticeBell />
        <AccountMenu />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
