import { Navigate, NavLink, Outlet } from 'react-router';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { parts } from './parts.ts';
import './settings.css';

/** Master data: one part beside the other, each with an address of its own. One that may not be read is not shown. */
export function SettingsFrame() {
  const t = useWords(settings);
  const may = useMay();
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
      <Outlet />
    </div>
  );
}

export const FirstPart = () => <Navigate to="skus" replace />;
