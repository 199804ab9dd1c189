import { mount } from '../shared/mount.tsx';
import { Entrance } from './entrance.tsx';
import './sign-in.css';

mount(<Entrance />);
