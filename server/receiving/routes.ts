import { answeredOnce } from '../answered-once.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { route } from '../route.ts';
import { BlindAsk, receiveBlind } from './blind.ts';

export const receivingRoutes = [
  route('POST /api/v1/receipts', {
    summary: 'Takes in what nobody announced, on hold until it is known whose it is.',
    needs: 'items.receive',
    input: BlindAsk,
    reply: ItemView,
    handle: ({ db, actor, input, moment }) =>
      db.atomically((tx) =>
        answeredOnce(tx, input.scanId, input, moment, async () =>
          presentItem(tx, actor, await receiveBlind(tx, actor, input, moment), moment.now),
        ),
      ),
  }),
];
