import { z } from 'zod';
import { allWarehouses } from '../../db/queries/master-data.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { difference, noteRights } from '../access/audit.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { changeRecord, recordOf } from '../http/records.ts';
import { route } from '../http/route.ts';
import { line, scanId, shortCode } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';
import { openWarehouse } from './open-warehouse.ts';

const Warehouse = z.object({
  id: z.string(),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  address: z.string(),
  contact: z.string(),
  phone: z.string(),
  /** Inside a special customs supervision zone? */
  inZone: z.boolean(),
  /** After so many minutes without a touch a handheld here asks for the badge again. */
  idleLockMinutes: z.number(),
  active: z.boolean(),
});
const NewWarehouse = z.strictObject({
  code: shortCode,
  nameZh: line(100),
  nameEn: line(100),
  address: line(300),
  contact: line(60),
  phone: line(30),
  inZone: z.boolean().default(false),
});
const WarehouseChange = z.strictObject({
  ...NewWarehouse.omit({ code: true, inZone: true }).partial().shape,
  inZone: z.boolean().optional(),
  idleLockMinutes: z.number().int().min(1).max(240).optional(),
  active: z.boolean().optional(),
});

const getWarehouse = (db: Scoped, code: string) => recordOf(db, warehouses, code, nouns.warehouse);

export const warehouseRoutes = [
  route('GET /api/v1/warehouses', {
    summary: 'All warehouses, with the address and contact to which one sends.',
    needs: 'nobody in particular',
    keysToo: true,
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Warehouse) }),
    handle: async ({ db }) => ({ rows: await db.ask(allWarehouses, {}) }),
  }),
  route('POST /api/v1/warehouses', {
    summary: 'A new warehouse with its first zones and places; whoever opens it may work in it.',
    needs: 'people.manage',
    input: NewWarehouse.extend({ scanId }),
    reply: Warehouse,
    once: true,
    handle: async ({ db: tx, actor, input, context }) => {
      await openWarehouse(tx.asSystem(), input, actor.id, context);
      const opened = await getWarehouse(tx, input.code);
      const about = { id: opened.id, name: opened.code, organisationId: 'hub' };
      const changed = difference({}, input);
      await noteRights(tx, { by: actor, action: 'warehouseAdded', about, changed, context });
      return opened;
    },
  }),
  route('PATCH /api/v1/warehouses/:code', {
    summary: 'Another name, address or contact of a warehouse, or its end.',
    needs: 'people.manage',
    input: WarehouseChange.extend({ scanId, code: shortCode }),
    reply: Warehouse,
    once: true,
    handle: async ({ db: tx, actor, input, context }) => {
      const { code, ...asked } = input;
      const set = omitUndefined(asked);
      const before = await getWarehouse(tx, code);
      await changeRecord(tx, warehouses, before, set);
      const { idleLockMinutes, ...rest } = set;
      const lock = difference(before, { idleLockMinutes });
      const changed = difference(before, rest);
      const about = { id: before.id, name: before.code, organisationId: 'hub' };
      if (Object.keys(lock).length)
        await noteRights(tx, { by: actor, action: 'idleLockChanged', about, changed: lock, context });
      if (Object.keys(changed).length)
        await noteRights(tx, { by: actor, action: 'warehouseChanged', about, changed, context });
      return getWarehouse(tx, code);
    },
  }),
];
