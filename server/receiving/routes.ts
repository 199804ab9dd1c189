import { onceUnder } from '../http/idempotency.ts';
import { route } from '../http/route.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { receiveUnannounced, UnannouncedInput } from './receive-unannounced.ts';

export const receivingRoutes = [
  route('POST /api/v1/receipts', {
    summary: 'Takes in what nobody announced, on hold until it is known whose it is.',
    needs: 'items.receive',
    input: UnannouncedInput,
    reply: ItemView,
    handle: ({ db, actor, input, context, deps: { engine } }) =>
      db.atomically((tx) =>
        onceUnder(tx, input.scanId, input, context, async () =>
          presentItem(tx, actor, await receiveUnannounced(engine, tx, actor, input, context), context.now),
        ),
      ),
  }),
];
