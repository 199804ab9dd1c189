import { fileRoutes } from './files/routes.ts';
import { itemRoutes } from './items/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { outboundRoutes } from './outbound/routes.ts';
import { meRoutes } from './people/me.ts';
import { printingRoutes } from './printing/routes.ts';
import { receivingRoutes } from './receiving/routes.ts';
import { repairRoutes } from './repair/routes.ts';
import { returnRoutes } from './returns/routes.ts';
import type { Contract, Route } from './route.ts';
import { scanRoutes } from './scans/routes.ts';

const all = [
  ...meRoutes,
  ...scanRoutes,
  ...itemRoutes,
  ...returnRoutes,
  ...repairRoutes,
  ...outboundRoutes,
  ...receivingRoutes,
  ...fileRoutes,
  ...noticeRoutes,
  ...printingRoutes,
];
/** Every route of the house, and the type that its clients import. */
export const routes: readonly Route[] = all;
export type Api = Contract<(typeof all)[number]>;
