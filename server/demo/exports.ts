import { enterExported } from '../exported-orders/enter.ts';
import { ExportedLineAsk } from '../exported-orders/faults.ts';
import type { LinePlan, OrderPlan } from './arriving.ts';
import { Chance } from './chance.ts';
import { citationOf, type ExporterId } from './companies.ts';
import { skusOfExporter } from './goods.ts';
import { exportedBefore, markets, papersFor, waybillFor } from './papers.ts';
import type { PersonId } from './people.ts';
import type { Stage } from './stage.ts';

type Exported = Pick<OrderPlan, 'exporter' | 'by' | 'market'>;

/** The number that its platform gives an order. */
const numberFrom = (reference: string) => `57${reference.replace(/\D/g, '').padStart(10, '0')}2618`;

/** An exported line of which this comes back: of a thing with a serial one, of other goods now and then a few more. */
const exportedLine = (line: LinePlan, i: number): ExportedLineAsk => {
  const {
    sku,
    quantity = 1,
    serial,
    imei2,
    exportDocument,
    exportLine,
    exportMode,
    exportDate,
    releaseDate,
  } = line;
  const more = serial ? 0 : i % 3;
  const papers = { exportDocument, exportLine, exportMode, exportDate, releaseDate };
  return ExportedLineAsk.parse({ sku, quantity: quantity + more, serial, imei2, ...papers });
};

const enter = (
  stage: Stage,
  { exporter, by, market }: Exported,
  number: string,
  lines: ExportedLineAsk[],
) => {
  const [platform, country] = market;
  const { waybill } = waybillFor(new Chance(`exported ${number}`));
  const ask = { number, platform, country, waybill, lines };
  return enterExported(stage.tx, exporter, ask, { context: stage.context(), by });
};

/** Exporters whose contract asks for it have entered what they exported before some of it comes back. */
export async function exportedFirst(stage: Stage, plan: OrderPlan): Promise<readonly LinePlan[]> {
  if (plan.uncited || citationOf(plan.exporter) === 'need not') return plan.lines;
  const lines = plan.lines.map((line) => ({
    ...line,
    salesOrder: line.salesOrder ?? numberFrom(plan.reference),
  }));
  const known = new Set(skusOfExporter(plan.exporter).map(({ code }) => code));
  for (const number of new Set(lines.map(({ salesOrder }) => salesOrder))) {
    // What nobody can name is no export of theirs, either.
    const its = lines.filter(({ salesOrder }) => salesOrder === number).map(exportedLine);
    const named = its.filter(({ sku }) => known.has(sku));
    if (named.length > 0) await enter(stage, plan, number, named);
  }
  return lines;
}

const ORDERS_EACH = 9;
/** What was exported lately, and of which nothing has come back. */
export function beginExports(stage: Stage): void {
  const clerks: readonly (readonly [ExporterId, PersonId])[] = [
    ['lanjing', 'lanjing'],
    ['zhiyuan', 'zhiyuan'],
  ];
  for (const [exporter, by] of clerks)
    for (let n = 1; n <= ORDERS_EACH; n++) {
      const chance = new Chance(`exported ${exporter} ${n}`);
      async function* exported() {
        const papers = papersFor(chance, exporter, 'hk1', exportedBefore(chance, stage.now));
        const goods = skusOfExporter(exporter).filter(({ serialTracked }) => !serialTracked);
        const lines = Array.from({ length: chance.whole(1, 3) }, (_, i) =>
          exportedLine(
            { ...papers, sku: chance.pick(goods).code, quantity: chance.whole(1, 5), exportLine: i + 1 },
            i,
          ),
        );
        await enter(stage, { exporter, by, market: chance.pick(markets) }, `57${chance.digits(14)}`, lines);
        yield stage.afterHours(0.1);
      }
      stage.begin(stage.onDay(-n * 2, 10 + n / 10), exported());
    }
}
