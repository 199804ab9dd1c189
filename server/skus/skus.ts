import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { countSkus, skuList, skuSorts } from '../../db/queries/master-data-lists.ts';
import { batteries, skus } from '../../db/schema/goods.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import { addRecord, changeRecord } from '../http/records.ts';
import type { RequestContext } from '../http/request-context.ts';
import { identifier, line, Time, Words } from '../http/shapes.ts';
import { majorUnits } from '../http/told-cells.ts';
import { readGtin } from '../identifiers/gtin.ts';
import { readSerialPattern } from '../identifiers/serial.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { cellWords } from '../words/columns.ts';
import { nouns } from '../words/problems.ts';
import { skuSentences } from '../words/skus.ts';
import { skusInAnyCase } from './any-case.ts';

const SkuFilter = z.strictObject({
  exporter: oneOrMore,
  category: line(60).optional(),
  battery: oneOrMore,
  active: yesOrNo,
  ...searchAndSort,
});
export const SkuRow = z.object({
  code: z.string(),
  exporterCode: z.string(),
  exporter: Words,
  nameZh: z.string(),
  nameEn: z.string(),
  category: z.string(),
  gtin: z.string().nullable(),
  hsCode: z.string().nullable(),
  valueMinor: z.number(),
  currency: z.string(),
  weightGrams: z.number(),
  battery: z.enum(batteries),
  batteryWh: z.string().nullable(),
  serialTracked: z.boolean(),
  serialPattern: z.string().nullable(),
  holdsData: z.boolean(),
  active: z.boolean(),
  createdAt: Time,
});

/** What is to be said of a SKU beside its code. */
export const about = {
  nameZh: line(200),
  nameEn: line(200),
  category: line(60),
  gtin: line(20).nullable(),
  /** Six digits are the international heading, eight a national one, ten of China's lists, thirteen of declarations. */
  hsCode: z
    .string()
    .overwrite((text) => tidyIdentifier(text).replace(/[\s.]/g, ''))
    .regex(/^\d{6,13}$/)
    .nullable(),
  valueMinor: z.number().int().min(0).max(100_000_000_00),
  currency: z.string().regex(/^[A-Z]{3}$/),
  weightGrams: z.number().int().min(0).max(10_000_000),
  battery: z.enum(batteries),
  /** Watt-hours as a decimal. */
  batteryWh: z
    .string()
    .regex(/^\d{1,5}(\.\d{1,3})?$/)
    .nullable(),
  serialTracked: z.boolean(),
  /** Which forms its serials have, as server/identifiers/serial.ts reads them. */
  serialPattern: line(200).nullable(),
  holdsData: z.boolean(),
};
export const NewSku = z.strictObject({
  ...about,
  code: identifier(64).overwrite(tidyIdentifier),
  gtin: about.gtin.default(null),
  hsCode: about.hsCode.default(null),
  currency: about.currency.default('CNY'),
  battery: about.battery.default('none'),
  batteryWh: about.batteryWh.default(null),
  serialTracked: about.serialTracked.default(false),
  serialPattern: about.serialPattern.default(null),
  holdsData: about.holdsData.default(false),
  /** For staff: the exporter's code. */
  exporter: line(32).optional(),
});
export const SkuChange = z.strictObject({
  ...z.object({ ...about, active: z.boolean() }).partial().shape,
  exporter: line(32).optional(),
});

type Found = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Scoped, wanted: Parameters<typeof skuList.build>[2]) => db.list(skuList, wanted);

const present = ({ sku, exporter }: Found): z.input<typeof SkuRow> => ({
  ...sku,
  exporterCode: exporter.code,
  exporter,
  createdAt: sku.createdAt.toISOString(),
});

export const listOfSkus = listOf({
  filters: SkuFilter,
  query: skuList,
  count: countSkus,
  sorts: skuSorts,
  sortedBy: 'code',
  row: SkuRow,
  present: (found) => found.map(present),
});

/** Exporters may well use the same code: the staff then have to say whose. */
export async function getSku(db: Scoped, code: string, exporter: string | undefined) {
  const whose = exporter === undefined ? {} : { exporter: [exporter] };
  const only = { ...whose, code, sort: 'code', descending: false, limit: 2, offset: 0 } as const;
  const [found, another] = await rowsOf(db, only);
  if (!found) throw notFound(nouns.sku, code);
  if (another) throw unusable([{ path: ['exporter'], code: 'ambiguous' }], skuSentences.whose(code));
  return { id: found.sku.id, view: present(found) };
}

export async function addSku(
  tx: Writing,
  actor: Actor,
  { exporter, ...ask }: z.output<typeof NewSku>,
  { newId, now }: RequestContext,
) {
  const exporterId = await ownerOf(tx, actor, exporter);
  const same = (await skusInAnyCase(tx, exporterId, [ask.code])).get(ask.code);
  if (same) throw conflict('taken', skuSentences.taken(same.code));
  const row = { ...asStored(ask), id: newId(), exporterId, active: true, createdAt: now };
  await addRecord(tx, skus, row, skuSentences.taken(ask.code));
  const [owner] = await tx.find(organisations, eq(organisations.id, exporterId), 1);
  return (await getSku(tx, ask.code, owner?.code)).view;
}

/** An exporter's own organisation, whatever they wrote; for staff the exporter they name. */
export async function ownerOf(tx: Scoped, actor: Actor, exporter: string | undefined): Promise<string> {
  if (actor.viewer.as === 'exporter') return actor.viewer.organisation;
  if (!exporter) throw unusable([{ path: ['exporter'], code: 'required' }], skuSentences.sayWhose);
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, exporter));
  const owner = await tx.first(organisations, isIt);
  if (!owner) throw notFound(nouns.exporter, exporter);
  return owner.id;
}

export async function changeSku(tx: Writing, code: string, { exporter, ...ask }: z.output<typeof SkuChange>) {
  const { id, view } = await getSku(tx, code, exporter);
  await changeRecord(tx, skus, { id }, asStored(ask));
  return (await getSku(tx, code, view.exporterCode)).view;
}

/** How many digits a code of goods may have. */
const hsLengths = [6, 8, 10, 13];
type Typed = { readonly [name in 'gtin' | 'serialPattern' | 'hsCode']?: string | null | undefined };
/** GTIN and form of serials as they are stored. @throws Problem 422 when it cannot be one */
export function asStored<A extends Typed>(ask: A): A {
  const gtin = ask.gtin && readGtin(ask.gtin);
  if (ask.gtin && !gtin) throw unusable([{ path: ['gtin'], code: 'gtin' }], skuSentences.notAGtin(ask.gtin));
  if (ask.hsCode && !hsLengths.includes(ask.hsCode.length))
    throw unusable([{ path: ['hsCode'], code: 'digits' }], skuSentences.notAnHsCode(ask.hsCode));
  const serialPattern = ask.serialPattern && readSerialPattern(ask.serialPattern);
  if (ask.serialPattern && !serialPattern)
    throw unusable(
      [{ path: ['serialPattern'], code: 'pattern' }],
      skuSentences.notAPattern(ask.serialPattern),
    );
  return { ...ask, ...(gtin ? { gtin } : {}), ...(serialPattern ? { serialPattern } : {}) };
}

/** A SKU as a spreadsheet has it. */
export const skuCells = ({ valueMinor, battery, batteryWh, ...sku }: z.input<typeof SkuRow>) => ({
  ...sku,
  value: majorUnits(valueMinor, sku.currency),
  battery: cellWords.battery[battery],
  batteryWh: batteryWh === null ? null : Number(batteryWh),
});
