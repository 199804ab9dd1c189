import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { Office } from './office.tsx';
import { pages } from './pages.ts';
import '../shared/desk/notices.css';
import './office.css';
import './parts.css';

const router = deskRouter('/office', Office, pages);

mount(
  <Desk side="staff">
    <RouterProvider router={router} />
  </Desk>,
);
