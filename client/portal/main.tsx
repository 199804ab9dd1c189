import { RouterProvider } from 'react-router';
import { Desk } from '../shared/desk/desk.tsx';
import { deskRouter } from '../shared/desk/routes.tsx';
import { mount } from '../shared/mount.tsx';
import { Portal } from './portal.tsx';
import './portal.css';

const router = deskRouter('/portal', Portal, [
  { index: true, lazy: async () => ({ Component: (await import('./decisions-page.tsx')).DecisionsPage }) },
  { path: 'returns', lazy: async () => ({ Component: (await import('./returns-page.tsx')).ReturnsPage }) },
  { path: 'items', lazy: async () => ({ Component: (await import('./items-page.tsx')).ItemsPage }) },
]);

mount(
  <Desk side="exporter">
    <RouterProvider router={router} />
  </Desk>,
);
