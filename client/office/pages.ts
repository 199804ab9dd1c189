import type { RouteObject } from 'react-router';
import { page } from '../shared/desk/lazy-page.ts';
import { parts } from './settings/parts.ts';

/** Every page of the office, by its address. */
export const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('./board/board-page.tsx'), 'BoardPage') },
  { path: 'arrivals', lazy: page(() => import('./arrivals/arrivals-page.tsx'), 'ArrivalsPage') },
  { path: 'arrivals/:code', lazy: page(() => import('./arrivals/order-page.tsx'), 'OrderPage') },
  { path: 'parcels', lazy: page(() => import('./arrivals/parcels-page.tsx'), 'ParcelsPage') },
  { path: 'parcels/:code', lazy: page(() => import('./arrivals/parcel-page.tsx'), 'ParcelPage') },
  { path: 'exported', lazy: page(() => import('./exported/exported-page.tsx'), 'ExportedPage') },
  { path: 'exported/:id', lazy: page(() => import('./exported/exported-page.tsx'), 'ExportedOrderPage') },
  { path: 'risks', lazy: page(() => import('./exported/risks-page.tsx'), 'RisksPage') },
  { path: 'inspection', lazy: page(() => import('./items/items-page.tsx'), 'InspectionPage') },
  { path: 'stock', lazy: page(() => import('./items/items-page.tsx'), 'StockPage') },
  { path: 'items/:code', lazy: page(() => import('./items/item-page.tsx'), 'ItemPage') },
  { path: 'locations', lazy: page(() => import('./storage/locations-page.tsx'), 'LocationsPage') },
  { path: 'locations/:code', lazy: page(() => import('./storage/location-page.tsx'), 'LocationPage') },
  { path: 'repair', lazy: page(() => import('./repair/tickets-page.tsx'), 'TicketsPage') },
  { path: 'repair/:code', lazy: page(() => import('./repair/ticket-page.tsx'), 'TicketPage') },
  { path: 'consignments', lazy: page(() => import('./repair/consignments-page.tsx'), 'ConsignmentsPage') },
  {
    path: 'consignments/:code',
    lazy: page(() => import('./repair/consignment-page.tsx'), 'ConsignmentPage'),
  },
  { path: 'outbound', lazy: page(() => import('./outbound/shipments-page.tsx'), 'ShipmentsPage') },
  { path: 'outbound/new', lazy: page(() => import('./outbound/new-shipment-page.tsx'), 'NewShipmentPage') },
  { path: 'outbound/:code', lazy: page(() => import('./outbound/shipment-page.tsx'), 'ShipmentPage') },
  { path: 'notices', lazy: page(() => import('./notices-page.tsx'), 'NoticesPage') },
  { path: 'account', lazy: page(() => import('../shared/desk/account/account-page.tsx'), 'AccountPage') },
  {
    path: 'settings',
    lazy: page(() => import('./settings/settings-frame.tsx'), 'SettingsFrame'),
    children: [
      { index: true, lazy: page(() => import('./settings/settings-frame.tsx'), 'FirstPart') },
      ...parts.map(({ name, lazy }) => ({ path: name, lazy })),
      { path: 'skus/import', lazy: page(() => import('./settings/sku-import-page.tsx'), 'SkuImportPage') },
      { path: 'people/:id', lazy: page(() => import('./rights/person-page.tsx'), 'PersonPage') },
    ],
  },
];
