import { useEffect } from 'react';
import { useMay, useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { Header } from './header.tsx';
import { Menu } from './menu.tsx';
import { usePath } from './path.ts';
import { stations } from './stations.ts';
import { WarehouseChoice } from './warehouse-choice.tsx';

/** First a warehouse, then a station, then the work. */
export function Handheld() {
  const t = useWords(handheld);
  const { warehouse, warehouses } = useMe();
  const may = useMay();
  const path = usePath();
  const station = stations.find((one) => one.path === path && may(one.needs));
  useEffect(() => {
    document.title = `${t(station ? `station.${station.name}` : 'menu.title')} · 归航 Guihang`;
  }, [t, station]);
  if (warehouse === null && warehouses.length > 0)
    return (
      <div className="screen">
        <Header title={t('menu.title')} />
        <main className="screen-main">
          <WarehouseChoice />
        </main>
      </div>
    );
  // Another warehouse is another pile of work: what stood on the station's screen belongs to the old one.
  return station ? <station.Screen key={`${station.path} ${warehouse?.id}`} /> : <Menu />;
}
