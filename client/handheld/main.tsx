import { mount } from '../shared/mount.tsx';
import { Door } from './door/door.tsx';
import { keepFreshFromTaps } from './fresh-taps.ts';
import { Handheld } from './handheld.tsx';
import { hearBursts } from './scanner/bursts.ts';
import { deliver } from './scanner/receivers.ts';
import './foot-and-menu.css';
import './handheld.css';
import './parts.css';

hearBursts(deliver);
keepFreshFromTaps();
mount(
  <Door>
    <Handheld />
  </Door>,
);
