import { Navigate, NavLink, Outlet } from 'react-router';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import './settings.css';

/** The parts of the master data; a part that one may not read is not shown. */
const parts = [
  { name: 'skus', needs: 'skus.read' },
  { name: 'organisations', needs: 'organisations.read' },
  { name: 'warehouses', needs: undefined },
  { name: 'people', needs: 'people.manage' },
  { name: 'invitations', needs: 'people.manage' },
  { name: 'devices', needs: 'people.manage' },
  { name: 'keys', needs: 'keys.manage' },
  { name: 'access', needs: 'audit.read' },
  { name: 'audit', needs: 'audit.read' },
  { name: 'mails', needs: 'people.manage' },
  { name: 'customs-rules', needs: 'rules.read' },
  { name: 'disposition-rules', needs: 'rules.read' },
  { name: 'catalogue', needs: undefined },
] as const;

/** Master data: one part beside the other, each with an address of its own. */
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
