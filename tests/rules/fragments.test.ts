import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { holdsText, MAX_ROWS_COUNTED } from '../../db/queries/list-parts.ts';
import { among, idsHolding, MAX_IDS_FOUND, startsWith } from '../../db/queries/text-search.ts';
import { items } from '../../db/schema/items.ts';
import { itemTexts } from '../../db/schema/texts.ts';

const asked = (sql: SQL | undefined) => sql && new SQLiteSyncDialect().sqlToQuery(sql);
const params = (sql: SQL | undefined) => asked(sql)?.params;

describe('a fragment of a text', () => {
  const grams = (fragment: string) => params(idsHolding(itemTexts, fragment))?.[0];
  test('is asked for by each third three of its letters and by the last three, and by no more of them', () => {
    expect(grams('SN7')).toBe('"sn7"');
    expect(grams('SN70')).toBe('"sn7" "n70"');
    expect(grams('SN7001')).toBe('"sn7" "001"');
    expect(grams('SN70012')).toBe('"sn7" "001" "012"');
    expect(grams('SN7001234')).toBe('"sn7" "001" "234"');
    expect(grams('aaaaaaaaa')).toBe('"aaa"');
    expect(grams('蓝牙耳机 bw')).toBe('"蓝牙耳" "机 b" " bw"');
    expect(grams('😀😀😀')).toBe('"😀😀😀"');
    expect(grams('a"b')).toBe('"a""b"');
  });

  test('of one letter or two is asked for by everything that begins with it, up to three hundred', () => {
    const { sql, params } = asked(idsHolding(itemTexts, 'Sn')) ?? {};
    expect(params?.slice(0, 3)).toEqual(['sn', 'sn\u{10ffff}', 300]);
    expect(sql).toContain('from "item_texts_grams"');
    expect(params?.at(-1)).toBe('%sn%');
  });

  test('is looked at itself in the rows that are found by it', () => {
    const { sql, params } = asked(idsHolding(itemTexts, 'SN7001')) ?? {};
    expect(sql).toMatch(
      /^\(select .*"item_texts" match \? and \(?lower\("item_texts"\."text"\) like \? escape '\\'/,
    );
    expect(params).toEqual(['"sn7" "001"', '%sn7001%']);
  });
});

test('a code is found by its beginning, in whatever form it is typed; nothing begins with nothing', () => {
  expect(params(startsWith(items.code, 'g-7k2m'))).toEqual(['G7K2M', 'G7K2M~']);
  expect(params(startsWith(items.code, ' g7 k%2_m\\ '))).toEqual(['G7K2M', 'G7K2M~']);
  expect(asked(startsWith(items.code, 'G'))?.sql).toBe('"items"."code" >= ? and "items"."code" < ?');
  for (const nothing of ['', ' - ', '%', '_'])
    expect(asked(startsWith(items.code, nothing))).toMatchObject({ sql: '1 = 0', params: [] });
});

test('what a person types means itself: small or capital, with its % and _ and \\', () => {
  expect(params(holdsText('50%_Off\\', items.serial))).toEqual(['%50\\%\\_off\\\\%']);
  const two = asked(holdsText('Ab', items.serial, items.description));
  expect(two?.params).toEqual(['%ab%', '%ab%']);
  expect(two?.sql).toContain(' or ');
  expect([holdsText(undefined, items.serial), holdsText('', items.serial)]).toEqual([undefined, undefined]);
});

test('the rows among which one looks are handed over in one value, however many they are', () => {
  expect(params(among(items.id, ['a', "b'"]))).toEqual([`["a","b'"]`]);
  expect(params(among(items.id, []))).toEqual(['[]']);
});

test('no more rows are looked for than are counted, and one, which means "and more"', () => {
  expect([MAX_ROWS_COUNTED, MAX_IDS_FOUND]).toEqual([10_000, 10_001]);
});
