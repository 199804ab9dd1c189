import { mount } from '../shared/mount.tsx';
import { Door } from './door/door.tsx';
import { keepFreshFromTaps } from './fresh-taps.ts';
import { Handheld } from './handheld.tsx';
import { hearBursts } from './scanner/bursts.ts';
import { deliver } from './scanner/receivers.ts';
import { fetchTheRest } from './stations.ts';
import './foot-and-menu.css';
import './handheld.css';
import './parts.css';

hearBursts(deliver);
keepFreshFromTaps();
addEventListener('load', () => setTimeout(fetchTheRest, 2_000));
mount(
  <Door>
    <Handheld />
  </Door>,
);
