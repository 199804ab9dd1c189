import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { NoticesPage } from '../shared/desk/notices.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { leadsTo } from './leads-to.ts';
import { Portal } from './portal.tsx';
import '../shared/desk/portals.css';
import './portal.css';
import './home.css';
import './forms.css';

const router = deskRouter('/portal', Portal, [
  { index: true, lazy: async () => ({ Component: (await import('./home/home-page.tsx')).HomePage }) },
  {
    path: 'returns',
    lazy: async () => ({ Component: (await import('./returns/returns-page.tsx')).ReturnsPage }),
  },
  {
    path: 'returns/new',
    lazy: async () => ({ Component: (await import('./returns/submit-page.tsx')).SubmitPage }),
  },
  {
    path: 'returns/import',
    lazy: async () => ({ Component: (await import('./returns/import-page.tsx')).ImportPage }),
  },
  {
    path: 'returns/:code',
    lazy: async () => ({ Component: (await import('./returns/return-page.tsx')).ReturnPage }),
  },
  { path: 'items', lazy: async () => ({ Component: (await import('./items/items-page.tsx')).ItemsPage }) },
  {
    path: 'items/:code',
    lazy: async () => ({ Component: (await import('./items/item-page.tsx')).ItemPage }),
  },
  {
    path: 'shipments',
    lazy: async () => ({ Component: (await import('./shipments-page.tsx')).ShipmentsPage }),
  },
  { path: 'skus', lazy: async () => ({ Component: (await import('./skus/skus-page.tsx')).SkusPage }) },
  { path: 'notices', element: <NoticesPage leadsTo={leadsTo} /> },
]);

mount(
  <Desk side="exporter">
    <RouterProvider router={router} />
  </Desk>,
);
