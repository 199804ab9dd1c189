import type { RouteObject } from 'react-router';
import { page } from '../shared/desk/lazy-page.ts';

/** Every page of the vendor portal, by its address. */
export const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('./tickets-page.tsx'), 'TicketsPage') },
  { path: 'done', lazy: page(() => import('./tickets-page.tsx'), 'DonePage') },
  {
    path: 'tickets/:code',
    lazy: page(() => import('./ticket-page.tsx'), 'TicketPage'),
  },
  {
    path: 'consignments',
    lazy: page(() => import('./consignments-page.tsx'), 'ConsignmentsPage'),
  },
  {
    path: 'consignments/:code',
    lazy: page(() => import('./consignment-page.tsx'), 'ConsignmentPage'),
  },
  { path: 'account', lazy: page(() => import('../shared/desk/account/account-page.tsx'), 'AccountPage') },
  { path: 'members', lazy: page(() => import('../shared/desk/account/members-page.tsx'), 'MembersPage') },
  { path: 'keys', lazy: page(() => import('../shared/desk/account/keys-page.tsx'), 'KeysPage') },
  { path: 'audit', lazy: page(() => import('../shared/desk/account/audit-page.tsx'), 'AuditPage') },
  { path: 'notices', lazy: page(() => import('./notices-page.tsx'), 'NoticesPage') },
];
