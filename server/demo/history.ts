import { addMonths, shanghaiDate } from '../customs/dates.ts';
import { type FoundPlan, identified, type LinePlan, type OrderPlan, returned } from './arriving.ts';
import { Chance } from './chance.ts';
import { citationOf, type ExporterId } from './companies.ts';
import { reasonFor } from './findings.ts';
import { type Sku, skusOfExporter } from './goods.ts';
import { exportedBefore, markets, papersFor, serialFor } from './papers.ts';
import type { WarehouseId } from './places.ts';
import { clerksOf } from './sorting.ts';
import type { Stage } from './stage.ts';

/** The history begins so many days before its last. */
export const days = 121;

const maxLinesPerOrder: Readonly<Record<ExporterId, number>> = { lanjing: 7, yunfan: 5, zhiyuan: 6 };

function quantityOf(chance: Chance, sku: Sku): number {
  if (sku.serialTracked) return 1;
  if (sku.kind === 'apparel') return chance.pick([1, 1, 1, 2, 2, 3, 4, 6, 8]);
  return sku.kind === 'appliance' ? 1 : chance.pick([1, 1, 1, 1, 2, 3]);
}

/** What the exporter would like to see done, in two lines of five. */
function wishFor(chance: Chance, reason: string): string | undefined {
  if (reason === 'R23') return 'RTO';
  if (reason === 'R01' || reason === 'R03')
    return chance.yes(0.45) ? chance.pick(['REP', 'EXC', 'EXC', 'RTE', 'DST']) : undefined;
  return chance.yes(0.25) ? chance.pick(['RSB', 'RSD', 'RTE', 'RTO']) : undefined;
}

function lineOf(chance: Chance, sku: Sku, unsold: boolean): LinePlan {
  const reason = unsold ? 'R21' : reasonFor(chance, sku.kind);
  const wish = unsold ? undefined : wishFor(chance, reason);
  const maxUnsold = { apparel: 28, appliance: 8 }[sku.kind as string] ?? 20;
  return {
    sku: sku.code,
    quantity: unsold ? chance.whole(6, maxUnsold) : quantityOf(chance, sku),
    reason,
    ...(wish ? { wish } : {}),
    ...(sku.serialTracked && chance.yes(0.7) ? { serial: serialFor(chance, sku) } : {}),
    ...(unsold ? {} : { salesOrder: `${chance.whole(20, 59)}${chance.digits(13)}` }),
  };
}

function linesOf(chance: Chance, exporter: ExporterId, at: WarehouseId, now: Date): LinePlan[] {
  const papered = at === 'yp1' || chance.yes(0.93);
  const unsold = chance.yes(0.05);
  const long = chance.yes(0.01);
  const goods = skusOfExporter(exporter).filter(({ serialTracked }) => !(unsold && serialTracked));
  return Array.from({ length: chance.whole(1, maxLinesPerOrder[exporter]) }, () => {
    const exported = long ? addMonths(shanghaiDate(now), -13) : exportedBefore(chance, now);
    const papers = papered ? papersFor(chance, exporter, at, exported) : {};
    return { ...lineOf(chance, chance.pick(goods), unsold), ...papers };
  });
}

/** The n-th return order of the four months, and when it is written; there are more of them lately. */
function orderPlan(stage: Stage, n: number): { plan: OrderPlan; from: Date } {
  const chance = new Chance(`order ${n}`);
  const exporter = chance.among({ lanjing: 46, yunfan: 25, zhiyuan: 29 });
  const at = exporter !== 'yunfan' && chance.yes(0.2) ? 'yp1' : 'hk1';
  const from = stage.onDay(-Math.floor((days - 1) * chance.fraction() ** 1.1), chance.between(9, 17.4));
  const month = shanghaiDate(from).slice(2, 7).replace('-', '');
  const lines = linesOf(chance, exporter, at, from);
  // Whoever has to cite what was exported returns nothing that is not in the catalogue.
  const isOdd = chance.yes(0.012) && citationOf(exporter) !== 'must';
  const unknown = isOdd ? [{ sku: `OLD-${chance.digits(4)}`, reason: 'R99' }] : [];
  const reference = `${exporter.slice(0, 2).toUpperCase()}${month}-${String(n).padStart(4, '0')}`;
  const by = chance.pick(clerksOf[exporter]);
  const market = chance.pick(markets);
  return { plan: { exporter, at, by, reference, market, lines: [...lines, ...unknown], chance }, from };
}

const descriptions: readonly (readonly [sku: string, description: string])[] = [
  ['BW-E200-BK', '黑色充电盒耳机，无包装无标签'],
  ['YF-TB3', '白色电动牙刷，外箱面单被水浸湿'],
  ['ZY-DR-FL-M', '碎花连衣裙一件，透明袋装，无吊牌'],
  ['BW-W3', '黑色智能手表，表带磨损'],
];

/** Begins return orders with about so many items, and a parcel without papers every two weeks. */
export function beginHistory(stage: Stage, items: number) {
  for (let n = 1, begun = 0; begun < items; n++) {
    const { plan, from } = orderPlan(stage, n);
    begun += plan.lines.length;
    stage.begin(from, returned(stage, plan));
  }
  for (const [i, [sku, description]] of descriptions.entries()) {
    const chance = new Chance(`found ${i}`);
    const plan: FoundPlan = { at: 'hk1', sku, description, chance };
    stage.begin(stage.onDay(-96 + i * 23, 10.4), identified(stage, plan));
  }
}
