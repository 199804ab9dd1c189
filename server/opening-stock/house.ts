import { eq } from 'drizzle-orm';
import { allCodes, organisationByCode } from '../../db/queries/master-data.ts';
import { lyingInPlaces, placesWithCodes } from '../../db/queries/opening-stock.ts';
import type { skus } from '../../db/schema/goods.ts';
import { type locations, type organisations, warehouses } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Lying } from '../items/opening.ts';
import { skusOf } from '../returns/announce.ts';
import type { Aim } from '../workflow/item-facts.ts';

type Place = typeof locations.$inferSelect;
type Exporter = typeof organisations.$inferSelect;
export type Sku = typeof skus.$inferSelect;

interface Lot {
  readonly owner: string;
  readonly customsStatus: string;
  readonly storedApart: boolean;
  readonly pieces: number;
}

/**
 * What the rows of a sheet are held against: places with what lies there and what earlier rows bring, owners and their
 * SKUs. It asks for each once.
 */
export class House {
  readonly #db: Scoped;
  readonly warehouseId: string;
  readonly inZone: boolean;
  readonly #aims: ReadonlyMap<string, Aim | null>;
  readonly #places = new Map<string, Place | null>();
  readonly #lying = new Map<string, Lot[]>();
  readonly #exporters = new Map<string, Exporter | null>();
  readonly #skus = new Map<string, Sku | null>();

  private constructor(
    db: Scoped,
    { id, inZone }: typeof warehouses.$inferSelect,
    aims: ReadonlyMap<string, Aim | null>,
  ) {
    this.#db = db;
    this.warehouseId = id;
    this.inZone = inZone;
    this.#aims = aims;
  }

  static async of(db: Scoped, warehouseId: string): Promise<House> {
    const [warehouse] = await db.find(warehouses, eq(warehouses.id, warehouseId), 1);
    if (!warehouse) throw new Error(`There is no warehouse ${warehouseId}.`);
    const codes = await db.ask(allCodes, {});
    const aims = codes
      .filter(({ list }) => list === 'disposition')
      .map(({ code, meaning }) => [code, meaning as Aim | null] as const);
    return new House(db, warehouse, new Map(aims));
  }

  aimOf = (disposition: string | undefined): Aim | null =>
    disposition === undefined ? null : (this.#aims.get(disposition) ?? null);

  async exporter(code: string): Promise<Exporter | null> {
    const known = this.#exporters.get(code);
    if (known !== undefined) return known;
    const [found] = await this.#db.ask(organisationByCode, { code });
    const exporter = found?.kind === 'exporter' ? found : null;
    this.#exporters.set(code, exporter);
    return exporter;
  }

  /** Looks up these SKUs of an exporter, all at once: in whichever letters they are written. */
  async lookUpSkus(exporterId: string, codes: readonly string[]): Promise<void> {
    const asked = [...new Set(codes)].filter((code) => !this.#skus.has(`${exporterId} ${code}`));
    if (asked.length === 0) return;
    for (const code of asked) this.#skus.set(`${exporterId} ${code}`, null);
    const known = await skusOf(
      this.#db,
      exporterId,
      asked.map((skuCode) => ({ skuCode })),
    );
    for (const [code, sku] of known) this.#skus.set(`${exporterId} ${code}`, sku);
  }
  sku = (exporterId: string, code: string): Sku | null => this.#skus.get(`${exporterId} ${code}`) ?? null;

  /** Looks up these places of the warehouse with what lies there, all at once. */
  async lookUpPlaces(codes: readonly string[]): Promise<void> {
    const asked = [...new Set(codes)].filter((code) => !this.#places.has(code));
    if (asked.length === 0) return;
    for (const code of asked) this.#places.set(code, null);
    const { warehouseId } = this;
    const found = await this.#db.list(placesWithCodes, { warehouseId, codes: asked });
    for (const place of found) {
      this.#places.set(place.code, place);
      this.#lying.set(place.id, []);
    }
    const locationIds = found.map(({ id }) => id);
    const lying = locationIds.length > 0 ? await this.#db.list(lyingInPlaces, { locationIds }) : [];
    for (const { locationId, owner, customsStatus, storedApart, pieces } of lying)
      this.#lying
        .get(locationId ?? '')
        ?.push({ owner: owner ?? '', customsStatus, storedApart: storedApart === true, pieces });
  }
  place = (code: string): Place | null => this.#places.get(code) ?? null;

  /** What lies at a place, and was brought there by the rows before, beside what comes. */
  lying(place: Place, { owner, customsStatus }: Pick<Lot, 'owner' | 'customsStatus'>): Lying {
    const lots = this.#lying.get(place.id) ?? [];
    const others = lots.filter((lot) => lot.owner !== owner);
    return {
      pieces: lots.reduce((sum, lot) => sum + lot.pieces, 0),
      otherCustoms: lots.filter((lot) => lot.customsStatus !== customsStatus).length,
      otherOwners: others.length,
      ownersApart: others.filter(({ storedApart }) => storedApart).length,
    };
  }

  brings(place: Place, lot: Lot): void {
    const lots = this.#lying.get(place.id) ?? [];
    const same = lots.findIndex(
      ({ owner, customsStatus }) => owner === lot.owner && customsStatus === lot.customsStatus,
    );
    const before = lots[same];
    // Thousands of rows may name one dock: each kind of goods stands there once.
    if (before) lots[same] = { ...before, pieces: before.pieces + lot.pieces };
    else lots.push(lot);
    this.#lying.set(place.id, lots);
  }
}
