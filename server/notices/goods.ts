import { codeMeaning } from '../../db/queries/items.ts';
import { goodsOfItem, goodsOfTicket } from '../../db/queries/notices.ts';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import type { Scoped } from '../../db/scope.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { factsOf } from '../workflow/workflow.ts';

type About = Readonly<Record<string, string>>;

/** Whether what was decided of it is the news: it has been looked at, and has not gone anywhere yet. */
const isSorting = (state = '') => factsOf(itemWorkflow, state).phase === 'sorting';

async function goodsOf(system: Scoped, { item, ticket }: About) {
  const [its] = item
    ? await system.ask(goodsOfItem, { code: item })
    : ticket
      ? await system.ask(goodsOfTicket, { code: ticket })
      : [];
  return its;
}

/**
 * What a notice is about with the names of the goods, as they are called when it is written: whoever reads it knows the
 * article and its own number, not our codes.
 */
export async function withGoods(system: Scoped, about: About): Promise<About> {
  const { returnOrder, state } = about;
  const [order] = returnOrder ? await system.ask(returnOrderByCode, { code: returnOrder }) : [];
  const its = await goodsOf(system, about);
  const [way] =
    its?.disposition && isSorting(state)
      ? await system.ask(codeMeaning, { list: 'disposition', code: its.disposition })
      : [];
  const reference = order?.reference ?? its?.reference;
  return {
    ...about,
    ...(its ? { plate: its.plate } : {}),
    ...(its ? { goodsZh: its.nameZh ?? its.description ?? '' } : {}),
    ...(its ? { goodsEn: its.nameEn ?? its.description ?? '' } : {}),
    ...(reference ? { reference } : {}),
    ...(way ? { wayZh: way.zh, wayEn: way.en } : {}),
  };
}
