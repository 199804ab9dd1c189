import { z } from 'zod';
import { Words } from '../http/shapes.ts';

const Named = z.object({ code: z.string(), name: Words });
/** What a scanned text turned out to be. Codes, to be asked for further. */
export const OneHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), code: z.string() }),
  z.object({
    kind: z.literal('location'),
    code: z.string(),
    place: z.string(),
    receives: z.boolean(),
    zone: Words,
  }),
  z.object({ kind: z.literal('returnOrder'), code: z.string() }),
  z.object({ kind: z.literal('parcel'), code: z.string() }),
  z.object({ kind: z.literal('ticket'), code: z.string() }),
  z.object({ kind: z.literal('shipment'), code: z.string() }),
  z.object({ kind: z.literal('consignment'), code: z.string() }),
  z.object({
    kind: z.literal('sku'),
    /** With whose each is. */
    skus: z.array(Named.extend({ exporter: Words.extend({ code: z.string() }) })),
    serial: z.string().nullable(),
  }),
  z.object({ kind: z.literal('unknown'), text: z.string() }),
]);
export type OneHit = z.infer<typeof OneHit>;

/** One of several things that a text may mean, with whose it is: a person chooses. */
export const Meaning = z.object({
  hit: OneHit,
  kind: Words,
  name: Words,
  owner: Words.nullable(),
  state: Words.nullable(),
  /** How many of this owner there are besides, and are not shown. */
  more: z.number(),
});
export type Meaning = z.infer<typeof Meaning>;

export const Hit = z.discriminatedUnion('kind', [
  ...OneHit.options,
  z.object({ kind: z.literal('several'), meanings: z.array(Meaning) }),
]);
export type Hit = z.infer<typeof Hit>;
