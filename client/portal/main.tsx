import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { pages } from './pages.ts';
import { Portal } from './portal.tsx';
import '../shared/desk/notices.css';
import '../shared/desk/portals.css';
import './portal.css';
import './home.css';
import './forms.css';

const router = deskRouter('/portal', Portal, pages);

mount(
  <Desk side="exporter">
    <RouterProvider router={router} />
  </Desk>,
);
