import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { pages } from './pages.ts';
import { Vendor } from './vendor.tsx';
import '../shared/desk/notices.css';
import '../shared/desk/portals.css';
import './vendor.css';
import './ticket.css';

const router = deskRouter('/vendor', Vendor, pages);

mount(
  <Desk side="vendor" size="large">
    <RouterProvider router={router} />
  </Desk>,
);
