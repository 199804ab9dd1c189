import { useConnection } from '../shared/connection.ts';
import { BackIcon } from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { go } from './path.ts';

/** The station, whether the server hears us, and who works where. */
export function Header({
  title,
  back = false,
  pending = 0,
}: {
  readonly title: string;
  readonly back?: boolean;
  /** How many scans of this station are not done yet. */
  readonly pending?: number;
}) {
  const t = useWords(handheld);
  const english = useLanguage() === 'en';
  const { warehouse, name } = useMe();
  const connection = useConnection();
  const place = english ? warehouse?.nameEn : warehouse?.nameZh;
  const waiting = connection.online && connection.waiting === 0 ? 0 : Math.max(connection.waiting, pending);
  const link = waiting > 0 ? 'waiting' : connection.online ? 'online' : 'offline';
  return (
    <header className="head">
      {back && (
        <button type="button" className="square" aria-label={t('menu.title')} onClick={() => go('')}>
          <BackIcon size={24} />
        </button>
      )}
      <h1>{title}</h1>
      <span className={link === 'online' ? 'dot' : 'dot off'} />
      <span role="status" className={link === 'online' ? 'unseen' : 'where'}>
        {link === 'waiting'
          ? `${connection.online ? '' : `${t('link.offline')} · `}${t('link.waiting', { count: waiting })}`
          : t(`link.${link}`)}
      </span>
      {link === 'online' && <span className="where">{[place, name].filter(Boolean).join(' · ')}</span>}
    </header>
  );
}
