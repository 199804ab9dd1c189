import { openingStocks } from '../../db/schema/opening-stock.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { checkRows } from '../opening-stock/check.ts';
import type { StockRow } from '../opening-stock/read-sheet.ts';
import { openingStockTask, type StockPart } from '../opening-stock/store.ts';
import { Chance } from './chance.ts';
import type { ExporterId } from './companies.ts';
import { skusOfExporter } from './goods.ts';
import { days } from './history.ts';
import { serialFor } from './papers.ts';
import type { Stage } from './stage.ts';

const warehouseId = 'yp1';
const askedBy = 'admin';
const owners: readonly ExporterId[] = ['lanjing', 'yunfan'];
const LOTS_EACH = 5;
/** The bins at the end of the aisle, which nothing else reaches for months. */
const binOf = (n: number) => `A-06-03-${1 + (n % 3)}`;

/** What lay in the bonded warehouse when it moved in: lots and articles with serials, some graded and some not. */
function rowsOf(stage: Stage): StockRow[] {
  const chance = new Chance('opening stock');
  const receivedOn = shanghaiDate(stage.onDay(-days - 20, 9));
  return owners.flatMap((exporter, of) => {
    const skus = skusOfExporter(exporter).filter(({ kind }) => kind !== 'power bank');
    return Array.from({ length: LOTS_EACH }, (_, i): StockRow => {
      const sku = chance.pick(skus);
      const row = 2 + of * LOTS_EACH + i;
      const isGraded = i > 0;
      const serial = sku.serialTracked ? { serial: serialFor(chance, sku) } : {};
      return {
        row,
        said: {
          ...{ exporter, sku: sku.code, receivedOn, ownNumber: `YP-OLD-${100 + row}` },
          ...{ quantity: sku.serialTracked ? 1 : chance.whole(2, 4), ...serial },
          ...(isGraded ? { grade: 'A', disposition: 'RTS', location: binOf(of) } : { location: 'R-01' }),
          ...(isGraded ? {} : { remark: '外箱破损，待质检' }),
        },
      };
    });
  });
}

/** A warehouse that moved in with goods on its shelves: its spreadsheet was taken over before the first parcel came. */
export function beginOpening(stage: Stage): void {
  async function* tookOver() {
    const today = shanghaiDate(stage.now);
    const { plans, faults } = await checkRows(stage.tx, rowsOf(stage), { warehouseId, today });
    const [fault] = faults;
    if (fault) throw new Error(`Row ${fault.row} of the opening stock: ${fault.words.en}`);
    const id = `${askedBy} opening-stock`;
    const times = { at: stage.now, finishedAt: null };
    const counts = { total: plans.length, done: 0, stored: 0, same: 0, leftOut: 0 };
    await stage.tx.add(openingStocks, { id, warehouseId, askedBy, ...counts, ...times });
    const { engine } = stage.deps;
    for (let done = 0; done < plans.length; ) {
      const parts = plans.slice(done).map(({ row, said, key }): StockPart => ({ row, said, key, keep: [] }));
      const task = {
        ...({ id, kind: 'opening stock', askedBy, exporterId: '', done } as const),
        ...idle(stage),
      };
      const piece = { task, parts, isSmallest: false, engine, context: stage.context() };
      done = (await openingStockTask.piece(stage.tx, piece)).done;
    }
    yield stage.afterHours(0.1);
  }
  stage.begin(stage.onDay(-days, 8), tookOver());
}

const idle = ({ now }: Stage) => ({ holder: '', leaseUntil: now, failures: 0 });
