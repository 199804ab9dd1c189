import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { Office } from './office.tsx';
import './office.css';

const router = deskRouter('/office', Office, [
  { index: true, lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  { path: 'arrivals', lazy: async () => ({ Component: (await import('./arrivals-page.tsx')).ArrivalsPage }) },
  {
    path: 'inspection',
    lazy: async () => ({ Component: (await import('./items-page.tsx')).InspectionPage }),
  },
  { path: 'stock', lazy: async () => ({ Component: (await import('./items-page.tsx')).StockPage }) },
  { path: 'repair', lazy: async () => ({ Component: (await import('./items-page.tsx')).RepairPage }) },
  { path: 'outbound', lazy: async () => ({ Component: (await import('./items-page.tsx')).OutboundPage }) },
  {
    path: 'items/:code',
    lazy: async () => ({ Component: (await import('./item-page.tsx')).ItemPage }),
  },
  { path: 'settings', lazy: async () => ({ Component: (await import('./settings-page.tsx')).SettingsPage }) },
]);

mount(
  <Desk side="staff">
    <RouterProvider router={router} />
  </Desk>,
);
