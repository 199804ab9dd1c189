import { auditLog } from '../../db/schema/access.ts';
import type { Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { AuditedAction } from '../words/audit.ts';
import type { Actor } from './permissions.ts';

type Changed = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
interface About {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
}

interface Noted {
  readonly by: Pick<Actor, 'id' | 'name' | 'device'>;
  readonly action: AuditedAction;
  readonly about: About;
  readonly changed?: Changed;
  readonly context: RequestContext;
}

/** Notes a change of rights, in the transaction that makes it: there is no change without its note. */
export async function noteRights(
  tx: Writing,
  { by: { id, name, device }, action, about, changed = {}, context }: Noted,
): Promise<void> {
  await tx.add(auditLog, {
    ...{ id: context.newId(), at: context.now, byWhom: id, byName: name, device, action },
    ...{ subject: about.id, subjectName: about.name, organisationId: about.organisationId },
    changed,
  });
  context.audited?.(action, about.id);
}

/** The fields in which two versions differ. */
export function difference(before: object, after: object): Changed {
  const old = before as Readonly<Record<string, unknown>>;
  const fields = Object.entries(after).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(old[name] ?? null) !== JSON.stringify(value ?? null),
  );
  return Object.fromEntries(
    fields.map(([name, value]) => [name, [old[name] ?? null, value ?? null] as const]),
  );
}
