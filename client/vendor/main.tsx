import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { type LeadsTo, NoticesPage } from '../shared/desk/notices.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { Vendor } from './vendor.tsx';
import '../shared/desk/portals.css';
import './vendor.css';
import './ticket.css';

const leadsTo: LeadsTo = ({ ticket, consignment }) =>
  ticket ? `/tickets/${ticket}` : consignment ? `/consignments/${consignment}` : undefined;

const router = deskRouter('/vendor', Vendor, [
  { index: true, lazy: async () => ({ Component: (await import('./tickets-page.tsx')).TicketsPage }) },
  { path: 'done', lazy: async () => ({ Component: (await import('./tickets-page.tsx')).DonePage }) },
  {
    path: 'tickets/:code',
    lazy: async () => ({ Component: (await import('./ticket-page.tsx')).TicketPage }),
  },
  {
    path: 'consignments',
    lazy: async () => ({ Component: (await import('./consignments-page.tsx')).ConsignmentsPage }),
  },
  {
    path: 'consignments/:code',
    lazy: async () => ({ Component: (await import('./consignment-page.tsx')).ConsignmentPage }),
  },
  { path: 'notices', element: <NoticesPage leadsTo={leadsTo} /> },
]);

mount(
  <Desk side="vendor" size="large">
    <RouterProvider router={router} />
  </Desk>,
);
