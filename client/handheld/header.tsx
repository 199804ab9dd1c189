import { type Connection, useConnection } from '../shared/connection.ts';
import { BackIcon } from '../shared/icons.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { go } from './path.ts';

/** The station, whether the server hears us, and who works where. */
export function Header({ title, back = false }: { readonly title: string; readonly back?: boolean }) {
  const t = useWords(handheld);
  const english = useLanguage() === 'en';
  const { warehouse, name } = useMe();
  const connection = useConnection();
  const place = english ? warehouse?.nameEn : warehouse?.nameZh;
  const link = linkOf(connection);
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
          ? `${connection.online ? '' : `${t('link.offline')} · `}${t('link.waiting', { count: connection.waiting })}`
          : t(`link.${link}`)}
      </span>
      {link === 'online' && <span className="where">{[place, name].filter(Boolean).join(' · ')}</span>}
    </header>
  );
}

const linkOf = ({ online, waiting }: Connection) => (waiting > 0 ? 'waiting' : online ? 'online' : 'offline');
