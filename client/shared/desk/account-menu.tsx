import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { PersonIcon } from '../icons.tsx';
import { useMe } from '../signed-in.tsx';

const fetched = () => import('./account-dropdown.tsx');
const Dropdown = lazy(async () => ({ default: (await fetched()).AccountDropdown }));
// Whoever comes near will press; if it cannot be fetched now, pressing says so.
const comingNear = () => void fetched().catch(() => {});

/** Who is signed in, and behind it the menu, which is fetched when somebody wants it. */
export function AccountMenu() {
  const { name } = useMe();
  const [wanted, setWanted] = useState(false);
  // The button inside the menu takes the place of the one that was pressed, and its focus.
  const face = { type: 'text', className: 'account-button', icon: <PersonIcon /> } as const;
  const inside = (
    <Button {...face} autoFocus>
      {name}
    </Button>
  );
  return wanted ? (
    <Suspense fallback={inside}>
      <Dropdown>{inside}</Dropdown>
    </Suspense>
  ) : (
    <Button {...face} onPointerEnter={comingNear} onFocus={comingNear} onClick={() => setWanted(true)}>
      {name}
    </Button>
  );
}
