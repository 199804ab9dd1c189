import { hash } from 'node:crypto';
import { rowsWithKeys } from '../../db/queries/opening-stock.ts';
import type { organisations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { Problem } from '../http/problem.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { readSerial } from '../identifiers/serial.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { openingFacts, placeFactsOf, statusOnArrival } from '../items/opening.ts';
import { isImei } from '../items/serials.ts';
import type { Kept } from '../spreadsheets/answers.ts';
import { openingSentences } from '../words/opening-stock.ts';
import type { Words } from '../words/words.ts';
import { decide } from '../workflow/decide.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { isDangerous } from '../workflow/item-opening.ts';
import type { StockKey } from './columns.ts';
import { House, type Sku } from './house.ts';
import { proposedPlaces, unknownSkus } from './proposals.ts';
import type { Said, StockRow } from './read-sheet.ts';
import { livesHere } from './serials.ts';
import { type CellFault, unitFaults } from './unit-faults.ts';

type Exporter = typeof organisations.$inferSelect;

/** A row that may become a unit: of whom, of which SKU, and under which key, so that it does so once. */
export interface Plan {
  readonly row: number;
  readonly said: Said;
  readonly written?: StockRow['written'];
  readonly key: string;
  readonly exporter: Exporter;
  readonly sku: Sku;
  readonly customsStatus: string;
}
export interface Checked {
  readonly plans: readonly Plan[];
  readonly faults: readonly FoundFault[];
  /** Rows that became units before, with the code of each. */
  readonly same: readonly { readonly row: number; readonly sku: string; readonly code: string }[];
}
interface Asked {
  readonly warehouseId: string;
  /** Whose a row is that does not say. */
  readonly exporter?: string | undefined;
  readonly today: string;
  readonly keep?: readonly Kept[] | undefined;
  /** Awaited between rows; in a transaction nobody is let in between. */
  readonly letOthersRun?: () => Promise<void>;
}

const ROWS_AT_ONCE = 100;

/**
 * All rows held against the house: owners, SKUs, serials, and what the workflow says to each in the place that it names,
 * beside the rows before it. It only reads.
 */
export async function checkRows(db: Scoped, rows: readonly StockRow[], asked: Asked): Promise<Checked> {
  const house = await House.of(db, asked.warehouseId);
  const check = new Check(db, house, asked);
  const { letOthersRun = async () => {} } = asked;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await letOthersRun();
    await check.some(rows.slice(from, from + ROWS_AT_ONCE), letOthersRun);
  }
  return check.finish();
}

type Known = StockRow & Pick<Plan, 'exporter' | 'sku' | 'key'>;

class Check {
  readonly #db: Scoped;
  readonly #house: House;
  readonly #asked: Asked;
  readonly #plans: Plan[] = [];
  readonly #faults: FoundFault[] = [];
  readonly #same: { row: number; sku: string; code: string }[] = [];
  readonly #unknownSkus: { row: number; sku: string; exporter: Exporter }[] = [];
  readonly #unknownPlaces: { row: number; place: string }[] = [];
  readonly #serials = new Map<string, number>();
  readonly #alike = new Map<string, number>();

  constructor(db: Scoped, house: House, asked: Asked) {
    this.#db = db;
    this.#house = house;
    this.#asked = asked;
  }

  async some(rows: readonly StockRow[], letOthersRun: () => Promise<void>): Promise<void> {
    await this.#house.lookUpPlaces(rows.map(({ said }) => said.location));
    const known = await this.#known(rows);
    const keys = known.map(({ key }) => key);
    const { warehouseId } = this.#house;
    const found = keys.length > 0 ? await this.#db.list(rowsWithKeys, { warehouseId, keys }) : [];
    const before = new Map(found.map(({ key, code }) => [key, code]));
    const fresh = known.filter(({ row, key, said: { sku } }) => {
      const code = before.get(key);
      if (code !== undefined) this.#same.push({ row, sku, code });
      return code === undefined;
    });
    const whyNot = await livesHere(this.#db, fresh);
    for (const one of fresh) {
      await letOthersRun();
      this.#one(one, whyNot(one));
    }
  }

  /** Those rows whose owner and SKU are known. */
  async #known(rows: readonly StockRow[]): Promise<Known[]> {
    const owned: (StockRow & { exporter: Exporter })[] = [];
    for (const one of rows) {
      const exporter = await this.#house.exporter(one.said.exporter ?? this.#asked.exporter ?? '');
      if (exporter) owned.push({ ...one, exporter });
      else {
        this.#fault(one, { column: 'exporter', words: openingSentences.whose });
        this.#byItself(one);
      }
    }
    for (const exporter of new Set(owned.map((one) => one.exporter)))
      await this.#house.lookUpSkus(
        exporter.id,
        owned.filter((one) => one.exporter === exporter).map(({ said }) => said.sku),
      );
    return owned.flatMap((one) => {
      const sku = this.#house.sku(one.exporter.id, one.said.sku);
      if (sku) return [{ ...one, sku, key: one.key ?? this.#keyOf({ ...one, sku }) }];
      this.#unknownSkus.push({ row: one.row, sku: one.said.sku, exporter: one.exporter });
      this.#byItself(one);
      return [];
    });
  }

  /** What is wrong with a row beside what it is and whose: that is told at once, too. */
  #byItself(one: StockRow): void {
    const { keep = [], today } = this.#asked;
    for (const fault of unitFaults(one.said, { sku: undefined, today, keep })) this.#fault(one, fault);
    this.#placeOf(one);
  }

  #placeOf({ row, said: { location } }: StockRow) {
    const place = this.#house.place(location);
    if (!place) this.#unknownPlaces.push({ row, place: location });
    return place;
  }

  /** What the row says, and the how many-eth it is of those that say the same. */
  #keyOf({ said, exporter, sku }: StockRow & { exporter: Exporter; sku: Sku }): string {
    const told = { ...inOneWay(said), sku: sku.code, exporter: exporter.code };
    const base = hash('sha256', JSON.stringify(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1))));
    const nth = (this.#alike.get(base) ?? 0) + 1;
    this.#alike.set(base, nth);
    return `${base} ${nth}`;
  }

  #one(known: Known, alive: CellFault | undefined): void {
    const { said, sku, exporter } = known;
    const { keep = [], today } = this.#asked;
    const faults = unitFaults(said, { sku, today, keep });
    const twice = this.#serialTwice(known);
    for (const fault of [...faults, ...((twice ?? alive) ? [twice ?? alive] : [])])
      if (fault) this.#fault(known, fault);
    const place = this.#placeOf(known);
    if (!place) return;
    const customsStatus = said.customsStatus ?? statusOnArrival(this.#house.inZone, said.exportDocument);
    const there = this.#house.lying(place, { owner: exporter.id, customsStatus });
    const { quantity, grade = null, disposition } = said;
    const whyNot = refusal(said, {
      item: { grade, hazard: isDangerous(said.hazard, grade), customsStatus, quantity },
      disposition: disposition ?? null,
      aim: this.#house.aimOf(disposition),
      place: placeFactsOf(place, there, {
        coming: quantity,
        isThere: false,
        ownerApart: exporter.storedApart,
      }),
      battery: sku.battery,
      serialised: sku.serialTracked || said.serial !== undefined,
    });
    if (whyNot) this.#fault(known, whyNot);
    if (whyNot || faults.length > 0 || twice || alive) return;
    const { storedApart } = exporter;
    this.#house.brings(place, { owner: exporter.id, customsStatus, storedApart, pieces: quantity });
    this.#plans.push({ ...known, customsStatus });
  }

  #serialTwice({ row, said, sku }: Known): CellFault | undefined {
    let fault: CellFault | undefined;
    for (const column of ['serial', 'imei2'] as const) {
      const serial = said[column] === undefined ? undefined : readSerial(said[column]);
      if (serial === undefined) continue;
      const one = `${isImei(serial) ? '' : sku.id} ${serial}`;
      const before = this.#serials.get(one);
      if (before === undefined) this.#serials.set(one, row);
      else fault ??= { column, words: openingSentences.serialTwice(serial, before) };
    }
    return fault;
  }

  #fault({ row, said }: StockRow, { column, words, keep }: CellFault): void {
    const value = String(said[column] ?? '');
    this.#faults.push({ row, column, value, words, ...(keep ? { may: 'keep', ...keep } : {}) });
  }

  async finish(): Promise<Checked> {
    const faults = [
      ...this.#faults,
      ...(await unknownSkus(this.#db, this.#unknownSkus)),
      ...(await proposedPlaces(this.#db, this.#house.warehouseId, this.#unknownPlaces)),
    ];
    return { plans: this.#plans, faults, same: this.#same };
  }
}

/** What a row says, in whichever letters its file writes it; its remark is no part of it. */
function inOneWay({ remark: _, exporter: __, ...said }: Said): Partial<Said> {
  const capitals = (text: string | undefined) => text && tidyIdentifier(text).toUpperCase();
  const serial = (text: string | undefined) => text && (readSerial(text) ?? capitals(text));
  const told = {
    ...said,
    ...{ serial: serial(said.serial), imei2: serial(said.imei2), ownNumber: capitals(said.ownNumber) },
    exportDocument: capitals(said.exportDocument),
    // Whoever says no says what whoever says nothing means.
    hazard: said.hazard || undefined,
    exportMode: said.exportMode === 'unknown' ? undefined : said.exportMode,
  };
  return omitUndefined(told);
}

/** Which cell is to be put right where a guard is false. */
const columnOf: Readonly<Record<string, StockKey>> = {
  'the grade allows this disposition': 'disposition',
  'its customs status is one of goods in a warehouse': 'customsStatus',
};

/** Why the workflow would not take it over so, and in which cell. */
function refusal(said: Said, told: Parameters<typeof openingFacts>[0]): CellFault | undefined {
  const it = { code: said.serial ?? said.sku, state: itemWorkflow.initial };
  try {
    decide(itemWorkflow, it, openingFacts(told), { step: 'takeOver', where: null });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { why, next, guard } = error.extra as { why: Words; next: Words; guard: string | null };
    return { column: columnOf[guard ?? ''] ?? 'location', words: openingSentences.place(why, next) };
  }
}
