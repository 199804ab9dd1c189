import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Deps } from '../process/deps.ts';
import { getReturnOrder, type ReturnOrder } from './return-order-entity.ts';
import { draftOrder, type OrderAsk } from './submit.ts';

interface Entering extends Pick<Deps, 'engine'> {
  readonly actor: Actor;
  readonly context: RequestContext;
}

/** Enters a return order and submits it if that is asked: at once, or as the last piece where it has many lines. */
export async function enterOrder(
  tx: Writing,
  { engine, actor, context }: Entering,
  ask: OrderAsk & { readonly submit: boolean },
): Promise<ReturnOrder> {
  const { code, isBeingStored } = await draftOrder(tx, actor, ask, context);
  const submit = { entity: 'returnOrder', code, step: 'submit', input: {}, actor, context } as const;
  if (ask.submit && !isBeingStored) await engine.take(tx, submit);
  return getReturnOrder(tx, code);
}
