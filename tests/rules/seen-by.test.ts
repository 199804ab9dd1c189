import { SQLiteSyncDialect, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import {
  mustBeInSight,
  OutOfSight,
  type Seen,
  seenBy,
  sight,
  slotsFor,
  type Viewer,
  valuesOf,
} from '../../db/seen-by.ts';

const columns = () => ({ id: text('id'), hall: text('hall'), owner: text('owner') });
const parcels = seenBy(
  {
    staff: (me) => ({ hall: me.warehouse }),
    exporter: (me) => ({ owner: me.organisation, hall: 'front' }),
    vendor: 'nothing',
  },
  sqliteTable('parcels', columns()),
);
const rules = seenBy(
  { staff: 'everything', exporter: 'nothing', vendor: 'everything' },
  sqliteTable('rules', columns()),
);
const wu: Viewer = { as: 'staff', id: 'wu', warehouse: 'hk' };
const whale: Viewer = { as: 'exporter', id: 'clerk', organisation: 'whale' };
const spark: Viewer = { as: 'vendor', id: 'bench', organisation: 'spark' };
const house: Viewer = { as: 'system', id: 'job' };
const asSql = (...all: Parameters<typeof sight>) => {
  const { sql, params } = new SQLiteSyncDialect().sqlToQuery(sight(...all));
  return [
    sql,
    ...params.map((param) => (typeof param === 'object' ? (param as { name: string }).name : param)),
  ];
};

describe('whose rows are read', () => {
  test('is part of every question: one’s own, all, or none', () => {
    expect(asSql(parcels, wu)).toEqual(['"parcels"."hall" = ?', 'hk']);
    expect(asSql(parcels, whale)).toEqual([
      '("parcels"."owner" = ? and "parcels"."hall" = ?)',
      'whale',
      'front',
    ]);
    expect(asSql(parcels, spark)).toEqual(['1 = 0']);
    expect(asSql(parcels, house)).toEqual(['1 = 1']);
    expect([asSql(rules, wu), asSql(rules, whale), asSql(rules, spark)]).toEqual([
      ['1 = 1'],
      ['1 = 0'],
      ['1 = 1'],
    ]);
  });

  test('may be left open, so that one question serves all of a kind, each with their own values', () => {
    expect(asSql(parcels, wu, slotsFor(wu))).toEqual(['"parcels"."hall" = ?', 'me.warehouse']);
    expect(valuesOf(wu)).toEqual({ 'me.as': 'staff', 'me.id': 'wu', 'me.warehouse': 'hk' });
    expect(valuesOf(wu)).toBe(valuesOf(wu));
    expect(valuesOf({ ...wu, warehouse: 'yp' })).toMatchObject({ 'me.warehouse': 'yp' });
    expect(Object.keys(slotsFor(whale))).toEqual(['as', 'id', 'organisation']);
  });

  test('is never a column that there is not', () => {
    const wrong = seenBy(
      { staff: () => ({ nowhere: 'x' }) as never, exporter: 'nothing', vendor: 'nothing' },
      sqliteTable('wrong', columns()),
    );
    expect(() => sight(wrong, wu)).toThrow('names nowhere, which is no column');
    expect(() => sight(parcels, wu)).not.toThrow();
  });
});

describe('a row that is written', () => {
  const writes = (viewer: Viewer, row: object, isNew = true, table: Seen = parcels) => {
    try {
      mustBeInSight(table, viewer, row, isNew);
      return 'written';
    } catch (error) {
      expect(error).toBeInstanceOf(OutOfSight);
      expect(String(error)).toContain(`somebody else than ${viewer.as} ${viewer.id}`);
      return 'refused';
    }
  };
  test('is one that whoever writes it could read back', () => {
    expect(writes(wu, { id: '1', hall: 'hk' })).toBe('written');
    expect(writes(wu, { id: '1', hall: 'yp' })).toBe('refused');
    expect(writes(wu, { id: '1', hall: null })).toBe('refused');
    expect(writes(whale, { owner: 'whale', hall: 'front' })).toBe('written');
    expect(writes(whale, { owner: 'whale', hall: 'back' })).toBe('refused');
    expect(writes(whale, { owner: 'kite', hall: 'front' })).toBe('refused');
    expect(writes(spark, { hall: 'hk' })).toBe('refused');
    expect(writes(house, { hall: 'anywhere' })).toBe('written');
    expect(writes(house, {})).toBe('written');
  });
  test('says whose it is when it is new; a change may leave that as it is, and moves nothing to others', () => {
    expect(writes(wu, { id: '1' })).toBe('refused');
    expect(writes(wu, { id: '1' }, false)).toBe('written');
    expect(writes(wu, { hall: 'yp' }, false)).toBe('refused');
    expect(writes(whale, { hall: 'front' }, false)).toBe('written');
    expect(writes(spark, { id: '1' }, false)).toBe('refused');
    expect(writes(wu, { id: '1' }, true, rules)).toBe('written');
    expect(writes(whale, { id: '1' }, true, rules)).toBe('refused');
  });
});
