import { linkBySecret, openLinksTo } from '../../db/queries/access.ts';
import { links } from '../../db/schema/access.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Moment } from '../call.ts';
import { hashOfSecret } from './secrets.ts';

type Kind = (typeof links.$inferInsert)['kind'];
const minute = 60_000;
/** How long each is good for. */
const life: Record<Kind, number> = { device: 30 * minute, reset: 60 * minute, email: 48 * 60 * minute };

/** Remembers a secret that works once; one of the same kind that was out for the same subject works no more. */
export async function keepLink(tx: Writing, kind: Kind, subjectId: string, secret: string, moment: Moment) {
  const house = tx.forTheHouse();
  const { now } = moment;
  await endLinks(tx, kind, subjectId, now);
  const its = { kind, subjectId, secretHash: hashOfSecret(secret) };
  const expiresAt = new Date(now.getTime() + life[kind]);
  await house.add(links, { id: moment.newId(), ...its, createdAt: now, expiresAt });
}

export async function endLinks(tx: Writing, kind: Kind, subjectId: string, now: Date) {
  const house = tx.forTheHouse();
  for (const link of await house.ask(openLinksTo, { subjectId }))
    if (link.kind === kind) await house.change(links, link, { endedAt: now });
}

const stands = (link: typeof links.$inferSelect | undefined, kind: Kind, now: Date) =>
  link?.kind === kind && !link.endedAt && link.expiresAt > now;

/** Whether it would work: asked before a password is hashed, which is made to be costly. */
export async function isOpenLink(house: Scoped, kind: Kind, secret: string, now: Date): Promise<boolean> {
  const [link] = await house.ask(linkBySecret, { secretHash: hashOfSecret(secret) });
  return stands(link, kind, now);
}

/** Whom it is about, once: a second use, a late one and an unknown secret are all nobody's. */
export async function useLink(tx: Writing, kind: Kind, secret: string, now: Date): Promise<string | null> {
  const house = tx.forTheHouse();
  const [link] = await house.ask(linkBySecret, { secretHash: hashOfSecret(secret) });
  if (!link || !stands(link, kind, now)) return null;
  await house.change(links, link, { endedAt: now });
  return link.subjectId;
}
