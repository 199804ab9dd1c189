import type { RouteObject } from 'react-router';
import { pages as officePages } from '../../client/office/pages.ts';
import { pages as portalPages } from '../../client/portal/pages.ts';
import { pages as vendorPages } from '../../client/vendor/pages.ts';
import { type Name, theSkus } from '../cast.ts';
import { someGoods } from '../house-rules/goods.ts';
import { ok } from '../journeys/road.ts';
import { type House, newScan } from '../world.ts';

/** A face of the house, who looks at it, and every address that it answers at. */
export interface Face {
  readonly name: string;
  readonly who: Name | 'nobody';
  readonly addresses: readonly string[];
}

/** Every page of the desks, as the routers list them, with things of this house in the places of their codes. */
export function facesOf(goods: Awaited<ReturnType<typeof someGoods>>): readonly Face[] {
  const things: Readonly<Record<string, readonly string[]>> = {
    '/office/arrivals/:code': [goods.order, goods.review],
    '/office/parcels/:code': [goods.parcel],
    '/office/items/:code': [goods.asked, goods.stored],
    '/office/locations/:code': ['A-01-01-1'],
    '/office/repair/:code': [goods.ticket],
    '/office/consignments/:code': [goods.open],
    '/office/outbound/:code': [goods.shipment],
    '/office/exported/:id': [goods.exported],
    '/office/settings/people/:id': ['liu', 'whale'],
    '/portal/returns/:code': [goods.order, goods.draft],
    '/portal/exported/:id': [goods.exported],
    '/portal/parcels/:code': [goods.parcel],
    '/portal/items/:code': [goods.stored],
    '/portal/shipments/:code': [goods.shipment],
    '/vendor/tickets/:code': [goods.ticket],
    '/vendor/consignments/:code': [goods.consignment],
  };
  const face = (name: string, who: Name, pages: readonly RouteObject[]): Face => ({
    name,
    who,
    addresses: pathsOf(`/${name}`, pages).flatMap((path) => {
      if (!path.includes(':')) return [path];
      const codes = things[path];
      if (!codes) throw new Error(`No test opens ${path}: name a thing to open it with.`);
      return codes.map((code) => path.replace(/:\w+/, code));
    }),
  });
  return [
    {
      name: 'the entrance',
      who: 'nobody',
      addresses: [
        '/',
        '/welcome?token=none',
        '/forgotten',
        '/reset?token=none',
        '/confirm?token=none',
        '/enrol',
      ],
    },
    face('office', 'admin', officePages),
    face('portal', 'whale', portalPages),
    face('vendor', 'spark', vendorPages),
  ];
}

function pathsOf(base: string, pages: readonly RouteObject[]): string[] {
  return pages.flatMap(({ path, children }) => {
    const here = path ? `${base}/${path}` : base;
    return children ? pathsOf(here, children) : [here];
  });
}

/** Whale's goods at every station, Spark's repairs, and nothing in them that only one language has. */
export async function goodsInBothLanguages(house: House) {
  for (const { code, exporterId: exporter } of theSkus) {
    const inEnglish = { scanId: newScan(), exporter, nameEn: `Goods called ${code}` };
    await ok(house.call('ma', `PATCH /api/v1/skus/${code}`, inEnglish));
  }
  return someGoods(house, {
    ...{ staff: 'wang', exporter: 'whale', vendor: 'spark', warehouse: 'HK', mark: '' },
  });
}
