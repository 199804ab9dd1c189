import type { ComponentType } from 'react';
import type { Permission } from '../../server/access/permissions.ts';
import type { Station } from '../../server/scans/stations.ts';
import {
  BoxIcon,
  InspectIcon,
  PickIcon,
  ReceiveIcon,
  SearchIcon,
  ShelfIcon,
  WrenchIcon,
} from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { photoButton } from './photo.tsx';
import { receiveRest } from './receive/rest.ts';
import { choiceSheet } from './station.tsx';
import { Receive } from './stations/receive.tsx';

// What comes late in the house comes late to the handheld, behind all that the dock needs before its first scan.
const bench = () => import('./stations/bench.tsx');
const pick = () => import('./stations/pick.tsx');
const pack = () => import('./stations/pack.tsx');
const putAway = () => import('./stations/put-away.tsx');
const find = () => import('./stations/find.tsx');
const inspect = () => import('./stations/inspect.tsx');
const [Find, Inspect] = [later(find, 'Find'), later(inspect, 'Inspect')];
const PutAway = later(putAway, 'PutAway');
const [Bench, Pick, Pack] = [later(bench, 'Bench'), later(pick, 'Pick'), later(pack, 'Pack')];
/** So that they are there when somebody goes to them, with or without Wi-Fi. */
export const fetchTheRest = () =>
  Promise.allSettled([
    choiceSheet(),
    photoButton(),
    receiveRest(),
    putAway(),
    find(),
    inspect(),
    bench(),
    pick(),
    pack(),
  ]);

export type StationName = Station;
interface StationEntry {
  readonly name: StationName;
  /** The last part of its address. */
  readonly path: string;
  readonly needs: Permission;
  readonly Icon: typeof BoxIcon;
  readonly Screen: ComponentType;
}
/** In the order in which goods pass through the house. */
export const stations: readonly StationEntry[] = [
  { name: 'receive', path: 'receive', needs: 'items.receive', Icon: ReceiveIcon, Screen: Receive },
  { name: 'inspect', path: 'inspect', needs: 'items.inspect', Icon: InspectIcon, Screen: Inspect },
  { name: 'putAway', path: 'put-away', needs: 'items.store', Icon: ShelfIcon, Screen: PutAway },
  { name: 'bench', path: 'bench', needs: 'tickets.work', Icon: WrenchIcon, Screen: Bench },
  { name: 'pick', path: 'pick', needs: 'items.pick', Icon: PickIcon, Screen: Pick },
  { name: 'pack', path: 'pack', needs: 'items.pack', Icon: BoxIcon, Screen: Pack },
  { name: 'find', path: 'find', needs: 'scans.read', Icon: SearchIcon, Screen: Find },
];
