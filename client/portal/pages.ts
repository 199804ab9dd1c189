import type { RouteObject } from 'react-router';
import { page } from '../shared/desk/lazy-page.ts';

/** Every page of the exporter portal, by its address. */
export const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('./home/home-page.tsx'), 'HomePage') },
  {
    path: 'returns',
    lazy: page(() => import('./returns/returns-page.tsx'), 'ReturnsPage'),
  },
  {
    path: 'returns/new',
    lazy: page(() => import('./returns/submit-page.tsx'), 'SubmitPage'),
  },
  {
    path: 'returns/import',
    lazy: page(() => import('./returns/import-page.tsx'), 'ImportPage'),
  },
  {
    path: 'returns/:code',
    lazy: page(() => import('./returns/return-page.tsx'), 'ReturnPage'),
  },
  { path: 'exported', lazy: page(() => import('./exported/exported-page.tsx'), 'ExportedPage') },
  { path: 'exported/new', lazy: page(() => import('./exported/enter-page.tsx'), 'EnterPage') },
  { path: 'exported/import', lazy: page(() => import('./exported/import-page.tsx'), 'ImportExportedPage') },
  { path: 'exported/:id', lazy: page(() => import('./exported/order-page.tsx'), 'ExportedOrderPage') },
  { path: 'parcels', lazy: page(() => import('./parcels/parcels-page.tsx'), 'ParcelsPage') },
  { path: 'parcels/:code', lazy: page(() => import('./parcels/parcel-page.tsx'), 'ParcelPage') },
  { path: 'items', lazy: page(() => import('./items/items-page.tsx'), 'ItemsPage') },
  {
    path: 'items/:code',
    lazy: page(() => import('./items/item-page.tsx'), 'ItemPage'),
  },
  {
    path: 'shipments',
    lazy: page(() => import('./shipments-page.tsx'), 'ShipmentsPage'),
  },
  { path: 'shipments/:code', lazy: page(() => import('./shipment-page.tsx'), 'ShipmentPage') },
  { path: 'skus/import', lazy: page(() => import('./skus/import-page.tsx'), 'SkuImportPage') },
  { path: 'skus', lazy: page(() => import('./skus/skus-page.tsx'), 'SkusPage') },
  { path: 'account', lazy: page(() => import('../shared/desk/account/account-page.tsx'), 'AccountPage') },
  { path: 'members', lazy: page(() => import('../shared/desk/account/members-page.tsx'), 'MembersPage') },
  { path: 'keys', lazy: page(() => import('../shared/desk/account/keys-page.tsx'), 'KeysPage') },
  { path: 'audit', lazy: page(() => import('../shared/desk/account/audit-page.tsx'), 'AuditPage') },
  { path: 'notices', lazy: page(() => import('./notices-page.tsx'), 'NoticesPage') },
];
