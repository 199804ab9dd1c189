import { linkBySecret, openLinksTo } from '../../db/queries/access.ts';
import { links } from '../../db/schema/access.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';
import { hashOfSecret } from './secrets.ts';

type Kind = (typeof links.$inferInsert)['kind'];
const minute = 60_000;
/** How long each is good for. */
const LIFETIME_MS: Record<Kind, number> = {
  device: 30 * minute,
  reset: 60 * minute,
  email: 48 * 60 * minute,
};

/** Remembers a secret that works once; one of the same kind that was out for the same subject works no more. */
export async function createLink(
  tx: Writing,
  {
    kind,
    subjectId,
    secret,
    context,
  }: { kind: Kind; subjectId: string; secret: string; context: RequestContext },
) {
  const system = tx.asSystem();
  const { now } = context;
  await endLinks(tx, kind, subjectId, now);
  const its = { kind, subjectId, secretHash: hashOfSecret(secret) };
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[kind]);
  await system.add(links, { id: context.newId(), ...its, createdAt: now, expiresAt });
}

export async function endLinks(tx: Writing, kind: Kind, subjectId: string, now: Date) {
  const system = tx.asSystem();
  for (const link of await system.ask(openLinksTo, { subjectId }))
    if (link.kind === kind) await system.change(links, link, { endedAt: now });
}

const stands = (link: typeof links.$inferSelect | undefined, kind: Kind, now: Date) =>
  link?.kind === kind && !link.endedAt && link.expiresAt > now;

/** Whether it would work: asked before a password is hashed, which is made to be costly. */
export async function isOpenLink(system: Scoped, kind: Kind, secret: string, now: Date): Promise<boolean> {
  const [link] = await system.ask(linkBySecret, { secretHash: hashOfSecret(secret) });
  return stands(link, kind, now);
}

/** Uses a link up and says whom it is about; null for one that was used, is over or is not known. */
export async function consumeLink(
  tx: Writing,
  kind: Kind,
  secret: string,
  now: Date,
): Promise<string | null> {
  const system = tx.asSystem();
  const [link] = await system.ask(linkBySecret, { secretHash: hashOfSecret(secret) });
  if (!link || !stands(link, kind, now)) return null;
  await system.change(links, link, { endedAt: now });
  return link.subjectId;
}
