import { mount } from '../shared/mount.tsx';
import { Door } from './door/door.tsx';
import { Handheld } from './handheld.tsx';
import './foot-and-menu.css';
import './handheld.css';
import './parts.css';

mount(
  <Door>
    <Handheld />
  </Door>,
);
