import { type Column, getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { overStates } from '../../db/schema/items.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import { statesWhere } from '../../server/workflow/workflow.ts';
import { tables } from '../house-rules/tables.ts';

const inSql = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const each = [...tables].map(([name, table]) => [name, getTableConfig(table as SQLiteTable)] as const);

// Where the schema did not name a column, a new name in the code would be a new column in the database.
test.each([...tables])(
  'every column of %s has its name from the schema, and it is that of the code',
  (_, table) => {
    const columns = Object.entries(getTableColumns(table)) as [string, Column & { keyAsName: boolean }][];
    expect(columns.length).toBeGreaterThan(1);
    for (const [key, { name, keyAsName }] of columns)
      expect([name, keyAsName], key).toEqual([inSql(key), false]);
  },
);

test.each(each)(
  '%s is found by its key, and its indexes are called after it',
  (name, { indexes, columns, primaryKeys }) => {
    expect(columns.some(({ primary }) => primary) || primaryKeys.length > 0 || name.endsWith('_texts')).toBe(
      true,
    );
    const names = indexes.map(({ config }) => config.name);
    for (const one of names) expect(one).toMatch(new RegExp(`^${name}_[a-z_]+$`));
    expect(new Set(names).size).toBe(names.length);
  },
);

test.each(each.filter(([, { foreignKeys }]) => foreignKeys.length > 0))(
  'what %s refers to is the key of a table of ours',
  (_, { foreignKeys }) => {
    for (const key of foreignKeys) {
      const { columns, foreignColumns, foreignTable } = key.reference();
      expect([...tables.values()]).toContain(foreignTable);
      expect(foreignColumns.map(({ name }) => name)).toEqual(['id']);
      expect(columns[0]?.name).toMatch(/_id$|^(split_from|device)$/);
    }
  },
);

test('whatever has a code of its own has it once, and a house knows where to find it', () => {
  const byCode = each.filter(([, { columns }]) => columns.some(({ name }) => name === 'code'));
  expect(byCode.map(([name]) => name)).toEqual(expect.arrayContaining(['items', 'tickets', 'return_orders']));
  const unique = each.flatMap(([, { indexes }]) =>
    indexes.filter(({ config }) => config.unique).map(({ config }) => config.name),
  );
  for (const entity of ['items', 'tickets', 'return_orders', 'consignments', 'shipments'])
    expect(unique).toContain(`${entity}_code`);
});

test('a serial is unique among things whose lives go on: the index names the states in which a life is over', () => {
  expect([...overStates].sort()).toEqual(statesWhere(itemWorkflow, ({ type }) => type === 'final').sort());
});
