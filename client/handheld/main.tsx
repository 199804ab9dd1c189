import { mount } from '../shared/mount.tsx';
import { SignedIn } from '../shared/signed-in.tsx';
import { Handheld } from './handheld.tsx';
import './foot-and-menu.css';
import './handheld.css';
import './parts.css';

mount(
  <SignedIn side="staff">
    <Handheld />
  </SignedIn>,
);
