import type { LeadsTo } from '../shared/desk/notices.tsx';

/** An exporter's page for what a notice is about. A ticket's estimate is answered on the first page. */
export const leadsTo: LeadsTo = ({ item, ticket, returnOrder }) =>
  item ? `/items/${item}` : returnOrder ? `/returns/${returnOrder}` : ticket ? '/' : undefined;
