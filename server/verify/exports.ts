import { exportsAfter } from '../../db/queries/verify.ts';
import type { Scoped } from '../../db/scope.ts';
import { type Returnable, returnableOf } from '../exported-orders/returnable.ts';
import { pages } from './pages.ts';

type Row = Awaited<ReturnType<(typeof exportsAfter)['build']>>[number];

/**
 * Holds what was exported against the returns that cite it: never more than was exported, unless a supervisor took it in
 * and a risk says so, and each of the same exporter, order and goods. @returns one sentence for each fault
 */
export async function exportFaults(db: Scoped): Promise<string[]> {
  const faults: string[] = [];
  for await (const page of pages(
    (id) => db.ask(exportsAfter, { id }),
    ({ id }) => id,
  )) {
    const counts = await returnableOf(db, page);
    faults.push(...page.flatMap((row) => lineFaults(row, counts.get(row.id))));
  }
  return faults;
}

function lineFaults(
  { order, number, sku, quantity, flagged, ...cited }: Row,
  counts: Returnable | undefined,
): string[] {
  const { back = 0, onTheWay = 0, left = quantity } = counts ?? {};
  const taken = back + onTheWay;
  const wrong: readonly (readonly [boolean, string])[] = [
    [
      taken > quantity && taken > flagged,
      `${quantity} were exported, ${back} came back and ${onTheWay} are on their way, and no risk says so`,
    ],
    [left !== Math.max(0, quantity - taken), `${left} are said to be left`],
    [cited.strangers > 0, `${cited.strangers} lines of another exporter's returns cite it`],
    [cited.otherGoods > 0, `${cited.otherGoods} lines of other goods cite it`],
    [cited.otherOrder > 0, `${cited.otherOrder} lines that name another order cite it`],
  ];
  return wrong.flatMap(([is, text]) => (is ? [`${order} line ${number} (${sku}): ${text}`] : []));
}
