import { auditRoutes } from './access/audit-routes.ts';
import { deviceRoutes } from './access/device-routes.ts';
import { fourEyesRoutes } from './access/four-eyes.ts';
import { keyRoutes } from './access/key-routes.ts';
import { boardRoutes } from './board/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { exportedOrderRoutes } from './exported-orders/routes.ts';
import { fileRoutes } from './files/routes.ts';
import type { Contract, Route } from './http/route.ts';
import { itemRoutes } from './items/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { openingStockRoutes } from './opening-stock/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { outboundRoutes } from './outbound/routes.ts';
import { parcelRoutes } from './parcels/routes.ts';
import { accountRoutes } from './people/account-routes.ts';
import { badgeRoutes } from './people/badge-routes.ts';
import { firstAdministratorRoutes } from './people/first-administrator.ts';
import { meRoutes } from './people/me.ts';
import { peopleRoutes } from './people/routes.ts';
import { printingRoutes } from './printing/routes.ts';
import { receivingRoutes } from './receiving/routes.ts';
import { repairRoutes } from './repair/routes.ts';
import { returnRoutes } from './returns/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { scanRoutes } from './scans/routes.ts';
import { skuRoutes } from './skus/routes.ts';
import { storageRoutes } from './storage/routes.ts';
import { warehouseRoutes } from './warehouses/routes.ts';

const all = [
  ...meRoutes,
  ...scanRoutes,
  ...itemRoutes,
  ...returnRoutes,
  ...exportedOrderRoutes,
  ...repairRoutes,
  ...outboundRoutes,
  ...receivingRoutes,
  ...parcelRoutes,
  ...fileRoutes,
  ...noticeRoutes,
  ...printingRoutes,
  ...catalogueRoutes,
  ...organisationRoutes,
  ...warehouseRoutes,
  ...storageRoutes,
  ...skuRoutes,
  ...openingStockRoutes,
  ...ruleRoutes,
  ...peopleRoutes,
  ...firstAdministratorRoutes,
  ...deviceRoutes,
  ...badgeRoutes,
  ...accountRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...fourEyesRoutes,
  ...boardRoutes,
];
/** Every route of the house, and the type that its clients import. */
export const routes: readonly Route[] = all;
export type Api = Contract<(typeof all)[number]>;
