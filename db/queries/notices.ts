import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { returnOrders, skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { notices, outbox } from '../schema/jobs.ts';
import { users } from '../schema/people.ts';
import { tickets } from '../schema/repair.ts';

/** Whom to write to in an organisation: its administrators. */
export const mailboxesOf = named('mailboxes of', (q, sees, given: Slots<{ organisationId: string }>) =>
  q
    .select({ email: users.email, language: users.language })
    .from(users)
    .where(
      and(
        sees(users),
        eq(users.organisationId, given.organisationId),
        eq(users.active, true),
        isNotNull(users.email),
        inArray(users.role, ['administrator', 'exporterAdmin', 'vendorAdmin']),
      ),
    ),
);

export const newestNotices = named('newest notices', (q, sees, _given: Slots<object>) =>
  q.select().from(notices).where(sees(notices)).orderBy(desc(notices.at)).limit(100),
);

/** The newest hundred letters to one person each. */
export const mailsSince = named('mails', (q, sees, _given: Slots<object>) =>
  q
    .select({ id: outbox.id, about: outbox.about, at: outbox.at })
    .from(outbox)
    .where(and(sees(outbox), eq(outbox.kind, 'mail')))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(100),
);

/** What a notice says of a thing: its label, what it is, under which number it came back, what was decided. */
const goods = {
  plate: items.code,
  nameZh: skus.nameZh,
  nameEn: skus.nameEn,
  description: items.description,
  reference: returnOrders.reference,
  disposition: items.disposition,
};
export const goodsOfItem = named(
  'goods of an item',
  (q, sees, given: Slots<{ code: string }>) =>
    q
      .select(goods)
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
      .where(and(sees(items), eq(items.code, given.code)))
      .limit(1),
  [skus, returnOrders],
);
export const goodsOfTicket = named(
  'goods of a ticket',
  (q, sees, given: Slots<{ code: string }>) =>
    q
      .select(goods)
      .from(tickets)
      .innerJoin(items, eq(items.id, tickets.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
      .where(and(sees(tickets), eq(tickets.code, given.code)))
      .limit(1),
  [items, skus, returnOrders],
);
