import { page } from '../../shared/desk/lazy-page.ts';

/** The parts of the master data: the tab and the address of each, whoever may read it, and its page. */
export const parts = [
  { name: 'skus', needs: 'skus.read', lazy: page(() => import('./skus-page.tsx'), 'SkusPage') },
  {
    name: 'opening-stock',
    needs: 'stock.takeOver',
    lazy: page(() => import('./opening-stock-page.tsx'), 'OpeningStockPage'),
  },
  {
    name: 'organisations',
    needs: 'organisations.read',
    lazy: page(() => import('./organisations-page.tsx'), 'OrganisationsPage'),
  },
  {
    name: 'warehouses',
    needs: undefined,
    lazy: page(() => import('./warehouses-page.tsx'), 'WarehousesPage'),
  },
  { name: 'people', needs: 'people.manage', lazy: page(() => import('./people-page.tsx'), 'PeoplePage') },
  {
    name: 'invitations',
    needs: 'people.manage',
    lazy: page(() => import('../rights/invitations-page.tsx'), 'InvitationsPage'),
  },
  {
    name: 'devices',
    needs: 'people.manage',
    lazy: page(() => import('../rights/devices-page.tsx'), 'DevicesPage'),
  },
  {
    name: 'keys',
    needs: 'keys.manage',
    lazy: page(() => import('../../shared/desk/account/keys-page.tsx'), 'KeysPage'),
  },
  { name: 'access', needs: 'audit.read', lazy: page(() => import('../rights/roles-page.tsx'), 'RolesPage') },
  {
    name: 'audit',
    needs: 'audit.read',
    lazy: page(() => import('../../shared/desk/account/audit-page.tsx'), 'AuditPage'),
  },
  {
    name: 'mails',
    needs: 'people.manage',
    lazy: page(() => import('../rights/mails-page.tsx'), 'MailsPage'),
  },
  {
    name: 'customs-rules',
    needs: 'rules.read',
    lazy: page(() => import('./customs-rules-page.tsx'), 'CustomsRulesPage'),
  },
  {
    name: 'disposition-rules',
    needs: 'rules.read',
    lazy: page(() => import('./disposition-rules-page.tsx'), 'DispositionRulesPage'),
  },
  { name: 'catalogue', needs: undefined, lazy: page(() => import('./catalogue-page.tsx'), 'CataloguePage') },
] as const;
