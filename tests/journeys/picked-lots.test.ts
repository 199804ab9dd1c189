import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { type Body, ok, shipmentAsk, sound, stored } from './road.ts';

test('a lot is counted when it is picked and when it is packed: no scan takes more or fewer than were counted', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 6 });
  const { code: shipment } = await ok(
    house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [code])),
  );
  const asked = async (step: string) => {
    const { openSteps } = await ok(house.call('sun', `GET /api/v1/items/${code}`));
    const its = openSteps.find((one: Body) => one.step === step);
    return its?.fields.find(({ name }: Body) => name === 'quantity')?.required;
  };
  for (const step of ['pick', 'pack']) {
    expect(await asked(step), step).toBe(true);
    for (const given of [{}, { quantity: 5 }, { quantity: 7 }]) {
      const { body } = await house.item('sun', code, step, { shipment, ...given });
      expect(body.guard, step).toBe('all of the lot was counted');
      expect(body.words.zh).toContain('这批 6 件');
    }
    await ok(house.item('sun', code, step, { shipment, quantity: 6 }));
  }
  // Of one thing nobody asks how many it is.
  const one = await stored(house, 'RTS', sound, 'SHIRT');
  await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [one])));
  const { openSteps } = await ok(house.call('sun', `GET /api/v1/items/${one}`));
  const pick = openSteps.find(({ step }: Body) => step === 'pick');
  expect(pick.fields.map(({ name }: Body) => name)).toEqual(['shipment']);
  await ok(house.item('sun', one, 'pick'));
});
