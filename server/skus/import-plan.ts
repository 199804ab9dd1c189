import { goodsOfSkus, skusWithCodes } from '../../db/queries/skus.ts';
import type { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { Problem } from '../http/problem.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import { cellWords } from '../words/columns.ts';
import { skuImportSentences } from '../words/sku-import.ts';
import type { Words } from '../words/words.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { statesAsked } from '../workflow/workflow.ts';
import { skusInAnyCase } from './any-case.ts';
import { minorUnits } from './import-cells.ts';
import type { Said, SkuRowSaid } from './import-sheet.ts';
import { asStored, NewSku } from './skus.ts';

type Sku = typeof skus.$inferSelect;
type Field = Exclude<keyof Sku, 'id' | 'exporterId' | 'code' | 'createdAt'>;
type Value = Sku[Field];
export interface Change {
  readonly field: Field;
  readonly from: Value;
  readonly to: Value;
}
/** What a row comes to, held against what is stored. */
export interface Plan {
  readonly row: number;
  readonly code: string;
  readonly kind: 'new' | 'changed' | 'same';
  /** In which its value is. */
  readonly currency: string;
  /** What becomes of it, field by field; of a new one there is nothing before. */
  readonly changes: readonly Change[];
}
interface Planned {
  readonly plan?: Plan;
  readonly faults: readonly FoundFault[];
}

/** What customs and carriers look at. */
const concernsTheLaw: readonly Field[] = ['battery', 'batteryWh', 'hsCode'];
const neededOfNew = ['nameZh', 'nameEn', 'category', 'value', 'weightGrams'] as const;

/** What becomes of a row's SKU, or why it cannot be. */
function planOf({ row, said }: SkuRowSaid, known: Sku | undefined): Planned {
  const faultAt = ({ column, words }: Pick<FoundFault, 'column' | 'words'>): FoundFault => {
    return { row, column, value: String(said[column as 'code'] ?? ''), words };
  };
  const wrong = [...lackingIn(said, known), ...faultsOf(said)];
  if (wrong.length > 0) return { faults: wrong.map(faultAt) };
  try {
    const told = toldOf(said, known);
    const changes = Object.entries(told).flatMap(([name, to]): Change[] => {
      const from = known ? known[name as Field] : null;
      return to === undefined || from === to ? [] : [{ field: name as Field, from, to: to as Value }];
    });
    const kind = !known ? 'new' : changes.length > 0 ? 'changed' : 'same';
    const currency = said.currency ?? known?.currency ?? 'CNY';
    return { plan: { row, code: said.code, kind, currency, changes }, faults: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [issue] = (error.extra.issues ?? []) as readonly { readonly path: readonly string[] }[];
    const column = issue?.path[0] ?? 'code';
    return { faults: [faultAt({ column, words: error.words })] };
  }
}

/** All that cannot be what it is said to be: each is looked at alone, so that one does not hide the next. */
const faultsOf = (said: Said): Pick<FoundFault, 'column' | 'words'>[] =>
  (['gtin', 'hsCode', 'serialPattern'] as const).flatMap((column) => {
    try {
      asStored({ [column]: said[column] });
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [{ column, words: error.words }];
    }
  });

/** What a new SKU needs and is not said, and a value that its currency does not have. */
function lackingIn(said: Said, known: Sku | undefined): Pick<FoundFault, 'column' | 'words'>[] {
  const { code, value } = said;
  const currency = said.currency ?? known?.currency ?? 'CNY';
  if (known && currency !== known.currency && value === undefined)
    return [{ column: 'currency', words: skuImportSentences.currencyAlone(code, known.currency, currency) }];
  if (value !== undefined && minorUnits(value, currency) === undefined)
    return [{ column: 'value', words: skuImportSentences.cell('value') }];
  return (known ? [] : neededOfNew)
    .filter((name) => said[name] === undefined)
    .map((column) => ({ column, words: skuImportSentences.newNeeds(code) }));
}

/** What the row says, as it is stored; of a new SKU with all that the form begins with. @throws Problem 422 */
function toldOf({ code, value, active, ...fields }: Said, known: Sku | undefined): object {
  const currency = fields.currency ?? known?.currency ?? 'CNY';
  const valueMinor = value === undefined ? undefined : minorUnits(value, currency);
  const asked = asStored({ ...fields, ...(valueMinor === undefined ? {} : { valueMinor }) });
  if (known) return { ...asked, active };
  const { exporter: _, code: __, ...whole } = NewSku.parse({ ...asked, code });
  return { ...whole, active: active ?? true };
}

/** What is stored, as a person reads it. */
const shown = (value: Value): Words => {
  if (value === null || value === '') return skuImportSentences.nothing;
  const text = String(value);
  return text in cellWords.battery ? cellWords.battery[text as 'none'] : { zh: text, en: text };
};

const ended = statesAsked(itemWorkflow, {}, (one) => one.type === 'final') ?? [];

/** The kind of fault that a change of it is. */
const UNDER_GOODS = 'underGoods';

/** Of what goods lie under nothing changes silently that customs or a carrier looks at. */
async function underGoods(db: Scoped, changed: readonly { readonly plan: Plan; readonly id: string }[]) {
  const lawful = changed.filter(({ plan }) =>
    plan.changes.some(({ field }) => concernsTheLaw.includes(field)),
  );
  if (lawful.length === 0) return [];
  const found = await db.list(goodsOfSkus, { skuIds: lawful.map(({ id }) => id), ended: [...ended] });
  const pieces = new Map(found.map(({ skuId, pieces }) => [skuId, pieces]));
  return lawful.flatMap(({ plan: { row, code, changes }, id }) => {
    const lying = pieces.get(id) ?? 0;
    return lying === 0
      ? []
      : changes
          .filter(({ field }) => concernsTheLaw.includes(field))
          .map(({ field, from, to }): FoundFault => {
            const words = skuImportSentences.underGoods(code, lying, shown(from), shown(to));
            return { row, column: field, code: UNDER_GOODS, value: String(to ?? ''), words, may: 'keep' };
          });
  });
}

interface Held {
  readonly keep?: readonly Kept[] | undefined;
  /** Awaited between rows; in a transaction nobody is let in between. */
  readonly letOthersRun?: () => Promise<void>;
}
/** All rows held against the exporter's catalogue. `keep`: of which columns somebody said that they are meant. */
export async function plansOf(
  db: Scoped,
  exporterId: string,
  rows: readonly SkuRowSaid[],
  { keep = [], letOthersRun = async () => {} }: Held,
): Promise<{ readonly plans: readonly Plan[]; readonly faults: readonly FoundFault[] }> {
  const plans: Plan[] = [];
  const faults: FoundFault[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await letOthersRun();
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const codes = some.map(({ said }) => said.code);
    const known = new Map(
      (await db.list(skusWithCodes, { codes, exporterId })).map((sku) => [sku.code, sku] as const),
    );
    const missing = codes.filter((code) => !known.has(code));
    for (const [code, sku] of await skusInAnyCase(db, exporterId, missing)) known.set(code, sku);
    const changed: { plan: Plan; id: string }[] = [];
    for (const one of some) {
      await letOthersRun();
      const sku = known.get(one.said.code);
      // A SKU has the letters that its catalogue has: no second one comes of writing it in small ones.
      const planned = planOf({ ...one, said: { ...one.said, code: sku?.code ?? one.said.code } }, sku);
      faults.push(...planned.faults);
      if (!planned.plan) continue;
      plans.push(planned.plan);
      if (sku && planned.plan.kind === 'changed') changed.push({ plan: planned.plan, id: sku.id });
    }
    faults.push(
      ...(await underGoods(db, changed)).filter(({ column }) => !isKept(keep, { column, code: UNDER_GOODS })),
    );
  }
  return { plans, faults };
}
const ROWS_AT_ONCE = 100;
