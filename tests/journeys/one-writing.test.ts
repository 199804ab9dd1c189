import { describe, expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok } from './road.ts';
import { raw } from './sheets.ts';

const asked = (change: object, line: object) => ({
  ...{ scanId: newScan(), warehouse: 'HK', ...change },
  lines: [{ sku: 'SHIRT', quantity: 1, reason: 'R01', ...line }],
});
const send = (house: House, change: object, line: object = {}) =>
  house.call('whale', 'POST /api/v1/return-orders', asked(change, line));
const orderUnder = async (house: House, search: string) =>
  ok(house.call('whale', `GET /api/v1/return-orders?search=${encodeURIComponent(search)}`));

/** As somebody copies it: full-width, with a dash of another kind, with a sign that nobody sees, with an apostrophe. */
const odd = {
  reference: 'ＲＭＡ－\u200b１２',
  waybill: 'JT–0001112223334',
};
const oddLine = {
  sku: "'ＰＨＯＮＥ",
  serial: 'SN\u200b–７７０１',
  salesOrder: '\ufeffＳＯ－１',
  exportDocument: '4641 2026 E000 000001',
};

describe('a number is kept in one way of writing', () => {
  test('whether it comes by form, API or spreadsheet, and how it was written stands beside it', async () => {
    const house = await aHouse();
    const { code } = await ok(send(house, odd, oddLine));
    const sheet = `单号\tSKU\t数量\t退货原因\t序列号\t平台订单号\t出口单证号\t退货运单号\n${odd.reference}2\t${oddLine.sku}\t1\tR01\t${oddLine.serial}2\t${oddLine.salesOrder}\t${oddLine.exportDocument}\t${odd.waybill}\n`;
    const { body } = await raw(
      house,
      'whale',
      `return-orders/imports?scanId=${newScan()}&warehouse=HK`,
      sheet,
    );
    expect(body.faults).toEqual([]);
    await finishTasks(house.deps);
    const byForm = await ok(house.call('whale', `GET /api/v1/return-orders/${code}`));
    const [{ code: other }] = (await orderUnder(house, 'RMA-122')).rows;
    const bySheet = await ok(house.call('whale', `GET /api/v1/return-orders/${other}`));
    const kept = ({ reference, waybill, lines: [line] }: Body) => [
      ...[reference, waybill, line.sku, line.serial, line.salesOrder, line.exportDocument],
    ];
    expect(kept(byForm)).toEqual([
      'RMA-12',
      'JT-0001112223334',
      'PHONE',
      'SN-7701',
      'SO-1',
      '46412026E000000001',
    ]);
    expect(kept(bySheet)).toEqual([
      'RMA-122',
      'JT-0001112223334',
      'PHONE',
      'SN-77012',
      'SO-1',
      '46412026E000000001',
    ]);
    expect(byForm.asWritten).toEqual(odd);
    expect(byForm.lines[0].asWritten).toMatchObject({
      sku: "'ＰＨＯＮＥ",
      exportDocument: oddLine.exportDocument,
    });
  });

  test('and found however it is written', async () => {
    const house = await aHouse();
    await ok(send(house, odd));
    for (const search of ['RMA-12', 'ＲＭＡ－１２', 'rma–12', 'RMA\u200b-12'])
      expect([search, (await orderUnder(house, search)).total]).toEqual([search, 1]);
    expect((await orderUnder(house, 'RMA-13')).total).toBe(0);
  });

  test('a second order under the same reference is the same, however it is written', async () => {
    const house = await aHouse();
    await ok(send(house, { reference: 'RMA-12' }));
    expect((await send(house, { reference: odd.reference })).status).toBe(409);
  });

  test.each([
    [{ reference: '\u200b' }, {}, 422],
    [{ reference: '5.78E+17' }, {}, 422],
    [{ country: 'ZZ' }, {}, 422],
    [{ country: 'EU' }, {}, 422],
    [{ waybill: '4.64E+17' }, {}, 422],
    [{}, { exportDocument: '4.64E+17' }, 422],
    [{}, { exportDocument: '#N/A' }, 422],
    [{}, { serial: '3.52E+14' }, 422],
  ])('%j and %j say nothing, and are refused', async (head, line, status) => {
    const house = await aHouse();
    const { status: answered, body } = await send(house, head, line);
    expect([answered, typeof body.words.zh]).toEqual([status, 'string']);
  });

  test('a country is its code in capitals', async () => {
    const house = await aHouse();
    for (const country of ['th', 'TH', 'Th']) expect((await ok(send(house, { country }))).country).toBe('TH');
  });
});

describe('a SKU', () => {
  const fan = {
    ...{ code: 'ZY-HT-SUN', nameZh: '遮阳帽', nameEn: 'Sun hat', category: 'hats', valueMinor: 100 },
    ...{ weightGrams: 90, hsCode: '6505009900' },
  };
  const add = (house: House, change: object) =>
    house.call('whale', 'POST /api/v1/skus', { scanId: newScan(), ...fan, ...change });
  const head = '商品编码,中文品名,英文品名,类别,申报价值,重量（克）,HS 编码';

  test('is one, in whichever letters it is written: by form, by catalogue, by return', async () => {
    const house = await aHouse();
    await ok(add(house, {}));
    for (const code of ['zy-ht-sun', 'Zy-Ht-Sun', 'ｚｙ－ｈｔ－ｓｕｎ', 'ZY–HT–SUN'])
      expect([code, (await add(house, { code })).status]).toEqual([code, 409]);
    const file = `${head}\nzy-ht-sun,遮阳帽二,Sun hat,hats,1,90,6505009900\n`;
    const { body } = await raw(house, 'whale', `skus/imports?scanId=${newScan()}&check=only`, file);
    expect(body).toMatchObject({
      faults: [],
      counts: { new: 0, changed: 1 },
      changes: [{ code: 'ZY-HT-SUN' }],
    });
    const order = await ok(send(house, {}, { sku: 'zy-ht-sun' }));
    const { lines, reviewFor } = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
    expect([lines[0].sku, lines[0].asWritten]).toEqual(['ZY-HT-SUN', { sku: 'zy-ht-sun' }]);
    expect(reviewFor ?? []).not.toContain('X05');
    const sheet = '单号,SKU,数量\nA-1,zy-ht-sun,1\n';
    const check = await raw(
      house,
      'whale',
      `return-orders/imports?scanId=${newScan()}&warehouse=HK&check=only`,
      sheet,
    );
    expect(check.body.faults).toEqual([]);
  });

  test('twice in a catalogue in two ways of writing is told of', async () => {
    const house = await aHouse();
    const row = (code: string) => `${code},帽,Hat,hats,1,90,`;
    const file = `${head}\n${row('CAP-1')}\n${row('cap-1')}\n`;
    const { body } = await raw(house, 'whale', `skus/imports?scanId=${newScan()}&check=only`, file);
    expect(body.faults).toMatchObject([{ row: 3, column: 'code' }]);
  });

  test.each(['304631000', '1234567', '85171', '12345678901'])(
    'whose HS code is %s is refused with what to do',
    async (hsCode) => {
      const house = await aHouse();
      const { status, body } = await add(house, { hsCode });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.words.zh).toEqual(expect.any(String));
      const file = `${head}\nCAP-1,帽,Hat,hats,1,90,${hsCode}\n`;
      const sheet = await raw(house, 'whale', `skus/imports?scanId=${newScan()}&check=only`, file);
      expect(sheet.body.faults).toMatchObject([
        { at: 'G2', value: hsCode, words: { zh: expect.stringContaining('10 位') } },
      ]);
    },
  );

  test.each([
    ['850440', '850440'],
    ['8504.40.99', '85044099'],
    ['8517 1300 01', '8517130001'],
    ['8517130001100', '8517130001100'],
  ])('may have the HS code %s', async (hsCode, kept) => {
    const house = await aHouse();
    expect((await ok(add(house, { hsCode }))).hsCode).toBe(kept);
  });
});
