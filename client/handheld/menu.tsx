import { useState } from 'react';
import { MenuIcon } from '../shared/icons.tsx';
import { useMay, useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { Header } from './header.tsx';
import { MySheet } from './my-sheet.tsx';
import { Quiet } from './parts.tsx';
import { go } from './path.ts';
import { placeOfScans, useScansAt } from './scanner/kept-scans.ts';
import { ScanBox } from './scanner/scan-box.tsx';
import { stations } from './stations.ts';

/** The stations where this person may work; a scan finds whatever it is. */
export function Menu() {
  const t = useWords(handheld);
  const may = useMay();
  const [mine, setMine] = useState(false);
  const open = stations.filter(({ needs }) => may(needs));
  return (
    <div className="screen">
      <Header title={t('menu.title')} />
      <main className="screen-main">
        {open.length === 0 ? <Quiet>{t('menu.none')}</Quiet> : <p className="menu-ask">{t('menu.ask')}</p>}
        <nav className="menu" aria-label={t('menu.title')}>
          {open.map(({ name, path, Icon }) => (
            <button key={name} type="button" onClick={() => go(path)}>
              <Icon size={32} />
              {t(`station.${name}`)}
              <Left at={path} />
            </button>
          ))}
        </nav>
      </main>
      <footer className="foot">
        <ScanBox hint={t('menu.scan')} onScan={(scan) => go('find', scan)} />
        <button type="button" className="exception quiet-key" onClick={() => setMine(true)}>
          <MenuIcon size={24} />
          <span className="unseen">{t('menu.more')}</span>
        </button>
      </footer>
      {mine && <MySheet onClose={() => setMine(false)} />}
    </div>
  );
}

/** What was scanned there and waits until somebody comes back. */
function Left({ at }: { readonly at: string }) {
  const t = useWords(handheld);
  const { id, warehouse } = useMe();
  const count = useScansAt(placeOfScans(id, warehouse?.id, at));
  return count > 0 && <span className="chip clock">{t('link.waiting', { count })}</span>;
}
