import { useEffect, useState } from 'react';
import type { Words } from '../../../server/words/words.ts';
import { call, type Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { BigPlace, Card, Quiet, Thing } from '../parts.tsx';
import { type Row, Rows } from '../rows.tsx';
import type { Scanned } from '../scanning.ts';

type Hit = Scanned['hit'];
interface Content {
  readonly title: string;
  /** Whose it is, or for whom. */
  readonly owner?: Words;
  readonly place?: boolean;
  /** Of a place: how much lies there, and how much fits. */
  readonly holds?: { readonly pieces: number; readonly capacity: number | null };
  readonly quiet?: string;
  readonly rows: readonly Row[];
}
interface Named {
  readonly code: string;
  readonly name: Words;
  readonly state: Words;
  readonly location?: string | null;
}
type ItemRows = Reply<'GET /api/v1/items'>['rows'];

/** What a scan found that is no item: what it is, and the things that belong to it. */
export function Found({
  scanned,
  onChoose,
}: {
  readonly scanned: Scanned;
  /** Scans the code of a thing in its place. */
  readonly onChoose: (code: string) => void;
}) {
  const t = useWords(floorLater);
  const say = useSay();
  const [content, setContent] = useState<Content>();
  const { hit } = scanned;
  const words = say(scanned.words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each thing that was scanned
  useEffect(() => {
    let gone = false;
    const rowOf = ({ code, name, state, location }: Named): Row => ({
      id: code,
      title: say(name),
      quiet: <Code>{code}</Code>,
      end: <span className="count">{location ?? say(state)}</span>,
      onPress: () => onChoose(code),
    });
    contentOf(hit, rowOf).then(
      (found) => !gone && setContent(found),
      () => !gone && setContent({ title: words, rows: [] }),
    );
    return () => {
      gone = true;
    };
  }, [hit, words]);
  if (!content) return null;
  const sizeOf = (holds: Content['holds']) =>
    holds &&
    (holds.capacity === null
      ? t('find.holds', { pieces: holds.pieces })
      : t('find.holdsOf', { pieces: holds.pieces, capacity: holds.capacity }));
  return (
    <>
      {content.place ? (
        <BigPlace label={words} place={content.title} why={sizeOf(content.holds)} />
      ) : (
        <Thing name={content.owner ? say(content.owner) : words} code={content.title}>
          {content.quiet}
        </Thing>
      )}
      {content.rows.length > 0 ? (
        <section className="card flush">
          <Rows rows={content.rows} />
        </section>
      ) : (
        <Card>
          <Quiet>{t('find.empty')}</Quiet>
        </Card>
      )}
    </>
  );
}

async function contentOf(hit: Hit, rowOf: (row: Named) => Row): Promise<Content> {
  switch (hit.kind) {
    case 'location': {
      const place = await call('GET /api/v1/locations/:code', { code: hit.code });
      const { pieces, capacity } = place;
      return { title: hit.code, place: true, holds: { pieces, capacity }, rows: namesOf(place.there, rowOf) };
    }
    case 'returnOrder': {
      const order = await call('GET /api/v1/return-orders/:code', { code: hit.code });
      return {
        title: hit.code,
        ...(order.waybill ? { quiet: order.waybill } : {}),
        rows: order.items.map(rowOf),
      };
    }
    case 'parcel': {
      const { waybill, items } = await call('GET /api/v1/parcels/:code', { code: hit.code });
      return { title: hit.code, ...(waybill ? { quiet: waybill } : {}), rows: items.map(rowOf) };
    }
    case 'shipment': {
      const shipment = await call('GET /api/v1/shipments/:code', { code: hit.code });
      return {
        title: hit.code,
        owner: { zh: shipment.consignee, en: shipment.consignee },
        rows: shipment.items.map(rowOf),
      };
    }
    case 'consignment': {
      const { vendor, items } = await call('GET /api/v1/consignments/:code', { code: hit.code });
      const rows = items.map((one) => rowOf({ code: one.item, name: one.name, state: one.ticketState }));
      return { title: hit.code, owner: vendor, rows };
    }
    case 'ticket': {
      const { item, state } = await call('GET /api/v1/tickets/:code', { code: hit.code });
      return { title: hit.code, rows: [rowOf({ ...item, state })] };
    }
    case 'sku': {
      const codes = [...new Set(hit.skus.map(({ code }) => code))];
      const rows: Row[] = [];
      for (const sku of codes)
        rows.push(...namesOf((await call('GET /api/v1/items', { sku, page: 1, size: 50 })).rows, rowOf));
      const owners = hit.skus.map(({ exporter }) => exporter);
      const owner = { zh: namesIn(owners, 'zh'), en: namesIn(owners, 'en') };
      return { title: codes.join(' · '), owner, rows };
    }
    default:
      return { title: '', rows: [] };
  }
}
const namesIn = (owners: readonly Words[], language: keyof Words) =>
  [...new Set(owners.map((one) => one[language]))].join(' · ');
const namesOf = (rows: ItemRows, rowOf: (row: Named) => Row) => rows.map(rowOf);
