import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { EmptyState } from '../../shared/desk/empty-state.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { parts } from './parts.ts';
import './settings.css';

/** Master data: one part beside the other, each with an address of its own. One that may not be read is not shown, by its address neither. */
export function SettingsFrame() {
  const t = useWords(settings);
  const may = useMay();
  const { pathname } = useLocation();
  const open = parts.find(({ name }) => pathname.split('/')[2] === name);
  return (
    <div className="settings">
      <nav aria-label={t('nav')}>
        {parts
          .filter(({ needs }) => needs === undefined || may(needs))
          .map(({ name }) => (
            <NavLink key={name} to={name}>
              {t(`part.${name}`)}
            </NavLink>
          ))}
      </nav>
      {open?.needs === undefined || may(open.needs) ? (
        <Outlet />
      ) : (
        <EmptyState title={t('noRight')} why={t('noRightWhy', { part: t(`part.${open.name}`) })} />
      )}
    </div>
  );
}

export const FirstPart = () => <Navigate to="skus" replace />;
