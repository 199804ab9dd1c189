import { eq } from 'drizzle-orm';
import { itemsOfOrder } from '../../../db/queries/returns.ts';
import { returnOrders } from '../../../db/schema/goods.ts';
import { riskFlags } from '../../../db/schema/risks.ts';
import { addMonths, shanghaiDate } from '../../customs/dates.ts';
import { closeRisk } from '../../exported-orders/risk-flags.ts';
import { receiveUnannounced } from '../../receiving/receive-unannounced.ts';
import { drafted, type LinePlan, type OrderPlan, submitted } from '../arriving.ts';
import type { ExporterId } from '../companies.ts';
import { skuNamed, skusOfExporter } from '../goods.ts';
import { exportedBefore, markets, papersFor } from '../papers.ts';
import { actorAt, type PersonId } from '../people.ts';
import type { Stage, Story } from '../stage.ts';
import { placeFor } from '../thing.ts';

interface Paper {
  readonly exporter: ExporterId;
  readonly by?: PersonId;
  readonly day: number;
  readonly lines: readonly LinePlan[];
  /** Its exporter enters no order of which it is. */
  readonly uncited?: true;
  /** Exported so long ago that supervision has ended. */
  readonly late?: true;
}

function planOf(stage: Stage, { exporter, by = exporter, lines, late, uncited }: Paper): OrderPlan {
  const chance = stage.chance.fork();
  const exported = late ? addMonths(shanghaiDate(stage.end), -14) : exportedBefore(chance, stage.now);
  const cited = lines.map((line) => ({ ...papersFor(chance, exporter, 'hk1', exported), ...line }));
  const reference = `${exporter.slice(0, 2).toUpperCase()}-${chance.digits(8)}`;
  const market = chance.pick(markets);
  const plan = { exporter, at: 'hk1', by, reference, market, lines: cited, chance } as const;
  return uncited ? { ...plan, uncited } : plan;
}

/** Played from the hour at which it is written. */
function paper(stage: Stage, about: Paper, hour: number, then: (plan: OrderPlan) => Story) {
  async function* played(): Story {
    yield* then(planOf(stage, about));
  }
  stage.begin(stage.onDay(about.day, hour), played());
}

async function* onlyDrafted(stage: Stage, plan: OrderPlan): Story {
  yield stage.afterHours(0.1);
  await drafted(stage, plan);
}

/** Submitted, and nobody has looked at it yet. */
async function* toBeReviewed(stage: Stage, plan: OrderPlan): Story {
  const { code } = await drafted(stage, plan);
  yield stage.afterHours(0.2);
  await stage.take(plan.by, plan.at, { entity: 'returnOrder', code, step: 'submit', input: {} });
}

/** A supervisor turns away what nobody can name. */
async function* rejected(stage: Stage, plan: OrderPlan): Story {
  yield* submitted(stage, plan);
}

async function* cancelled(stage: Stage, plan: OrderPlan): Story {
  const { code } = yield* submitted(stage, plan);
  yield stage.afterHours(20);
  await stage.take(plan.by, plan.at, {
    entity: 'returnOrder',
    code,
    step: 'cancel',
    input: { note: '买家改为保留商品，已部分退款' },
  });
}

/** Some of it came; one is reported missing, the rest is still awaited. */
async function* partly(stage: Stage, plan: OrderPlan): Story {
  const { id } = yield* submitted(stage, plan);
  yield stage.onDay(-2, 10);
  const [first, second, third] = await stage.tx.ask(itemsOfOrder, { orderId: id });
  if (!first || !second || !third) throw new Error('Three lines were announced.');
  for (const { code, skuId } of [first, second]) {
    const sku = skuNamed((skuId ?? '').slice(plan.exporter.length + 1));
    const location = await placeFor(stage, { sku, at: plan.at, quantity: 1 }, 'receiving');
    await stage.take('liufang', plan.at, { entity: 'item', code, step: 'receive', input: { location } });
  }
  yield* cameBeside(stage, plan, id);
  if (plan.exporter === 'zhiyuan') yield* riskClosed(stage, plan);
  yield stage.onDay(0, 15);
  await stage.take('liufang', plan.at, {
    entity: 'item',
    code: third.code,
    step: 'reportMissing',
    input: { note: '包裹内未见此件' },
  });
}

/** A supervisor looked into it: what was too much is explained. */
async function* riskClosed(stage: Stage, { at, exporter }: OrderPlan): Story {
  yield stage.onDay(-1, 16);
  const by = { actor: actorAt(stage.on('supervisor', at), at), context: stage.context() };
  const because = '核对箱单和监控：多出的一件是同一买家另一订单的退货，出口商已补录出口订单';
  for (const { id } of await stage.tx.find(riskFlags, eq(riskFlags.exporterId, exporter)))
    await closeRisk(stage.tx, { id, because }, by);
}

/** One more of the first product lay in the parcel, and something else than was announced. */
async function* cameBeside(stage: Stage, plan: OrderPlan, id: string): Story {
  const order = await stage.tx.first(returnOrders, eq(returnOrders.id, id));
  const [over] = plan.lines;
  const wrong = skusOfExporter(plan.exporter).find((sku) =>
    plan.lines.every((line) => line.sku !== sku.code),
  );
  if (!order || !over || !wrong) throw new Error('The return has lines.');
  const box = { location: 'R-01', exporter: plan.exporter, order: order.code, quantity: 1 };
  const more = { ...box, sku: over.sku, found: 'over', note: '箱内多一件，与箱单不符' } as const;
  const other = { ...box, sku: wrong.code, found: 'wrong product' } as const;
  for (const what of [more, other]) {
    const by = { actor: actorAt(stage.on('supervisor', plan.at), plan.at), context: stage.context() };
    const description = skuNamed(what.sku).nameZh;
    await receiveUnannounced(stage.deps.engine, stage.tx, { ...what, description }, by);
    yield stage.afterHours(0.1);
  }
}

const unsold = { reason: 'R21', quantity: 6 } as const;

export function beginOrders(stage: Stage) {
  const on = (about: Paper, hour: number, then: (stage: Stage, plan: OrderPlan) => Story) =>
    paper(stage, about, hour, (plan) => then(stage, plan));
  const aPhone = { sku: 'BW-M8-128-BL', reason: 'R01' };
  on({ exporter: 'lanjing', by: 'lanxin', day: 0, lines: [aPhone] }, 16.2, onlyDrafted);
  on({ exporter: 'zhiyuan', day: -1, lines: [{ sku: 'ZY-TS-WH-L', ...unsold }] }, 20, onlyDrafted);
  on({ exporter: 'lanjing', day: 0, lines: [aPhone], uncited: true }, 13, toBeReviewed);
  const unnamed = { reason: 'R11', quantity: 1 };
  on({ exporter: 'lanjing', day: 0, lines: [{ sku: 'BW-E100-RD', ...unnamed }, aPhone] }, 14, toBeReviewed);
  on(
    { exporter: 'yunfan', day: 0, lines: [{ sku: 'YF-RC40', reason: 'R01' }], late: true },
    11,
    toBeReviewed,
  );
  on({ exporter: 'yunfan', day: 0, lines: [{ sku: 'YF-HD40', ...unsold }] }, 15.5, toBeReviewed);
  on({ exporter: 'yunfan', day: -6, lines: [{ sku: 'YF-XX01', ...unnamed }] }, 10, rejected);
  on({ exporter: 'zhiyuan', day: -12, lines: [{ sku: 'ZY-DR-FL-M', reason: 'R08' }] }, 10, cancelled);
  const four = ['BW-E200-BK', 'BW-E500-NC', 'BW-SPK2', 'BW-GAN65'].map((sku) => ({ sku, reason: 'R11' }));
  on({ exporter: 'lanjing', day: -9, lines: four }, 10, partly);
  const clothes = ['ZY-HD-GY-XL', 'ZY-JN-32', 'ZY-JK-OR-L', 'ZY-SH-42'].map((sku) => ({
    sku,
    reason: 'R09',
  }));
  on({ exporter: 'zhiyuan', day: -8, lines: clothes }, 11, partly);
}
