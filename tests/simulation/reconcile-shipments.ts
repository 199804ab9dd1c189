import type { Books } from './books.ts';
import type { Ask } from './reconcile.ts';

/** How far a thing has come that is promised to a shipment which has come so far. */
const along: Readonly<Record<string, RegExp>> = {
  open: /^(sorted|stored|picked|packed)$/,
  packed: /^packed$/,
  handedOver: /^shipped$/,
  delivered: /^(resold|exchanged|returnedToBuyer|returnedToExporter)$/,
};

/** Each shipment has come as far as those know who packed it, and the one thing in it with it, and nothing else is. */
export async function shipped(ask: Ask, { shipments }: Books): Promise<string[]> {
  const house = await ask<{ code: string; state: string }>('select code, state from shipments');
  const promised = await ask<{ shipment: string; item: string; state: string; inIt: string | null }>(
    `select s.code as shipment, i.code as item, i.state, o.code as "inIt" from reservations r
      join shipments s on s.id = r.shipment_id join items i on i.id = r.item_id
      left join shipments o on o.id = i.shipment_id where r.released_at is null`,
  );
  const states = new Map(house.map(({ code, state }) => [code, state]));
  const wrong = [...shipments].flatMap(([code, { item, state }]) => {
    const within = promised.filter(({ shipment }) => shipment === code);
    const wanted = state === 'notDelivered' ? [] : [item];
    return [
      ...(states.get(code) === state ? [] : [`${code} was ${state}, and is ${states.get(code) ?? 'gone'}`]),
      ...(String(within.map((one) => one.item)) === String(wanted)
        ? []
        : [`${code} was for ${wanted}, and for it the house has ${within.map((one) => one.item)}`]),
    ];
  });
  const elsewhere = promised.filter(
    ({ shipment, state, inIt }) =>
      !along[states.get(shipment) ?? '']?.test(state) || (inIt !== null && inIt !== shipment),
  );
  return [
    ...wrong,
    ...house
      .filter(({ code }) => !shipments.has(code))
      .map(({ code }) => `${code} is in the house's books and in nobody's`),
    ...elsewhere.map(
      ({ shipment, item, state }) =>
        `${item} is ${state}, and ${shipment}, for which it is, ${states.get(shipment)}`,
    ),
  ];
}
