import type { Api } from '../../server/api.ts';
import { ofAccess } from './matrix-access.ts';
import { ofExports } from './matrix-exports.ts';
import { ofGoods } from './matrix-goods.ts';
import { ofHouse } from './matrix-house.ts';
import { ofPeople } from './matrix-people.ts';
import { ofRights } from './matrix-rights.ts';
import type { Row } from './matrix-row.ts';
import { ofStock } from './matrix-stock.ts';

/** How each route of the house answers each role. A route that is missing here does not compile. */
export const matrix: Record<Api['endpoint'], Row> = {
  ...ofPeople,
  ...ofAccess,
  ...ofRights,
  ...ofGoods,
  ...ofExports,
  ...ofHouse,
  ...ofStock,
};
