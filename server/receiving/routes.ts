import { route } from '../http/route.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { receiveUnannounced, UnannouncedInput } from './receive-unannounced.ts';

export const receivingRoutes = [
  route('POST /api/v1/receipts', {
    summary: 'Takes in what nobody announced, on hold until it is known whose it is.',
    needs: 'items.receive',
    input: UnannouncedInput,
    reply: ItemView,
    once: true,
    handle: async ({ db: tx, actor, input, context, deps: { engine } }) =>
      presentItem(tx, actor, await receiveUnannounced(engine, tx, input, { actor, context }), context.now),
  }),
];
