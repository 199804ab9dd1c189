import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { Vendor } from './vendor.tsx';
import './vendor.css';

const router = deskRouter('/vendor', Vendor, [
  { index: true, lazy: async () => ({ Component: (await import('./tickets-page.tsx')).TicketsPage }) },
]);

mount(
  <Desk side="vendor" size="large">
    <RouterProvider router={router} />
  </Desk>,
);
