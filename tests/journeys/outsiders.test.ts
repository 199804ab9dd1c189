import request from 'supertest';
import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aPicture } from '../house-rules/goods.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { forVendor, handedOver, ticketAs } from './repairs.ts';
import { aReturn, ok, received, sound, stored } from './road.ts';

const photographed = async (house: House, who: Name, ticket: string) =>
  request(house.server)
    .post(`/api/v1/tickets/${ticket}/photos?scanId=${newScan()}`)
    .set('cookie', await house.cookieOf(who))
    .set('content-type', 'image/jpeg')
    .send(await aPicture);

test('a vendor adds photos to what lies with them: not before it came, not after it went back', async () => {
  const house = await aHouse();
  const { item, ticket, consignment } = await forVendor(house);
  const refused = async () => {
    const { status, body } = await photographed(house, 'spark', ticket);
    expect([status, body.code]).toEqual([409, 'not_in_your_hands']);
  };
  await refused();
  await ok(photographed(house, 'zhao', ticket));
  await handedOver(house, consignment);
  await ok(photographed(house, 'spark', ticket));
  await ok(house.ticket('spark', ticket, 'takeIn'));
  await ok(house.ticket('spark', ticket, 'noFault', { workDone: '老化测试' }));
  await ok(house.item('liu', item, 'takeBack', { location: 'R-01' }));
  await refused();
  await ok(house.item('chen', item, 'passCheck', sound));
  await refused();
  expect((await ticketAs(house, 'zhao', ticket)).photos).toHaveLength(2);
});

test('nobody filters or sorts by what is hidden from them', async () => {
  const house = await aHouse();
  await stored(house);
  const hidden = ['location=A-01-01-1', 'location=NO', 'sort=location', 'sort=-location'];
  for (const asked of hidden)
    for (const list of ['items', 'items.csv']) {
      expect((await house.call('wang', `GET /api/v1/${list}?${asked}`)).status, asked).toBe(200);
      const { status, body } = await house.call('whale', `GET /api/v1/${list}?${asked}`);
      expect([status, body.code], asked).toEqual([422, 'unusable_input']);
      expect(body.issues).toMatchObject([{ path: ['location'], code: 'hidden' }]);
    }
  const { rows } = await ok(house.call('whale', 'GET /api/v1/items'));
  expect(rows).toMatchObject([{ location: null }]);
  expect((await ok(house.call('wang', 'GET /api/v1/items'))).rows).toMatchObject([{ location: 'A-01-01-1' }]);
});

test('what turns the direction of text is refused wherever a name or a word is given, and the refusal says so', async () => {
  const house = await aHouse();
  const code = await received(house);
  const turned = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'].map(
    (mark) => `00.09${mark}`,
  );
  for (const text of turned)
    for (const asked of [
      house.item('wu', code, 'hold', { kind: 'quality', note: text }),
      house.item('guan', code, 'correct', { serial: text, reason: '补' }),
      house.call('whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'SHIRT' }], { note: text })),
      house.call('whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'SHIRT' }], { reference: text })),
    ]) {
      const { status, body } = await asked;
      expect(status, JSON.stringify([text, body])).toBe(422);
      expect(body.issues[0].words).toMatchObject({ zh: expect.stringContaining('方向') });
    }
});
