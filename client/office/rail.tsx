import { NavLink } from 'react-router';
import { AccountMenu } from '../shared/desk/account-menu.tsx';
import { UnreadNotices } from '../shared/desk/notices.tsx';
import {
  AlertIcon,
  BellIcon,
  BoardIcon,
  BoxIcon,
  HandheldIcon,
  InspectIcon,
  Mark,
  PaperIcon,
  ParcelIcon,
  PickIcon,
  ReceiveIcon,
  SettingsIcon,
  ShelfIcon,
  TruckIcon,
  WrenchIcon,
} from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMay, useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { office } from '../shared/words/office.ts';
import { shell } from '../shared/words/shell.ts';

/** By the order of the day. A new page is a line here, its words in `words/office.ts`, and its address in `pages.ts`. */
const places = [
  { name: 'board', path: '/', needs: 'board.read', Icon: BoardIcon },
  { name: 'arrivals', path: '/arrivals', needs: 'returns.read', Icon: ReceiveIcon },
  { name: 'parcels', path: '/parcels', needs: 'returns.read', Icon: ParcelIcon },
  { name: 'exported', path: '/exported', needs: 'returns.read', Icon: PaperIcon },
  { name: 'risks', path: '/risks?open=yes', needs: 'returns.review', Icon: AlertIcon },
  { name: 'inspection', path: '/inspection', needs: 'items.inspect', Icon: InspectIcon },
  { name: 'stock', path: '/stock', needs: 'items.read', Icon: BoxIcon },
  { name: 'locations', path: '/locations', needs: 'locations.read', Icon: ShelfIcon },
  { name: 'repair', path: '/repair?open=yes', needs: 'tickets.read', Icon: WrenchIcon },
  { name: 'consignments', path: '/consignments', needs: 'consignments.read', Icon: TruckIcon },
  { name: 'outbound', path: '/outbound', needs: 'shipments.read', Icon: PickIcon },
  { name: 'settings', path: '/settings', needs: 'skus.read', Icon: SettingsIcon },
] as const;

export function Rail() {
  const t = useWords(office);
  const house = useWords(shell);
  const may = useMay();
  const english = useLanguage() === 'en';
  const { warehouse } = useMe();
  return (
    <header className="rail">
      <div className="rail-house">
        <Mark size={32} />
        <div>
          <b>{house('name')}</b>
          <span>{english ? warehouse?.nameEn : warehouse?.nameZh}</span>
        </div>
      </div>
      <nav aria-label={t('rail.label')}>
        {places
          .filter(({ needs }) => may(needs))
          .map(({ name, path, Icon }) => (
            <NavLink key={name} to={path} end={path === '/'}>
              <Icon />
              {t(`rail.${name}`)}
            </NavLink>
          ))}
      </nav>
      <div className="rail-foot">
        {may('notices.read') && (
          <NavLink to="/notices">
            <BellIcon />
            <UnreadNotices />
          </NavLink>
        )}
        <a href="/handheld">
          <HandheldIcon />
          {t('rail.handheld')}
        </a>
        <AccountMenu />
      </div>
    </header>
  );
}
