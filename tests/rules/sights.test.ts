import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mustBeInSight, OutOfSight, type Seen, systemViewer, type Viewer } from '../../db/seen-by.ts';
import { tables } from '../house-rules/tables.ts';
import { whose } from '../house-rules/whose.ts';

const viewers: readonly Exclude<Viewer, { as: 'system' }>[] = [
  { as: 'staff', id: 'wang', warehouse: 'hk' },
  { as: 'exporter', id: 'mei', organisation: 'whale' },
  { as: 'vendor', id: 'tan', organisation: 'spark' },
];

/** Whether such a new row would be in sight of whoever writes it. */
function inSight(table: Seen, viewer: Viewer, row: object): boolean {
  try {
    mustBeInSight(table, viewer, row, true);
    return true;
  } catch (error) {
    if (error instanceof OutOfSight) return false;
    throw error;
  }
}

/** The column by which rows of a table are somebody's, with what stands in it for this viewer. */
function ownBy(table: Seen, column: string, viewer: (typeof viewers)[number]): Record<string, string> {
  if (column === 'mine') return { [getTableColumns(table).askedBy ? 'askedBy' : 'userId']: viewer.id };
  if (column === 'the hub’s') return { organisationId: 'hub' };
  return { [column]: viewer.as === 'staff' ? viewer.warehouse : viewer.organisation };
}

test.each(Object.entries(whose))(
  'rows of %s are seen by staff, exporters and vendors as promised',
  (name, triple) => {
    const table = tables.get(name) as Seen;
    for (const [i, viewer] of viewers.entries()) {
      const column = triple[i] ?? 'none';
      const all = Object.fromEntries(Object.keys(getTableColumns(table)).map((key) => [key, 'of another']));
      if (column === 'all' || column === 'none') {
        expect(inSight(table, viewer, all), viewer.as).toBe(column === 'all');
        continue;
      }
      const own = ownBy(table, column, viewer);
      expect(Object.keys(all), viewer.as).toContain(Object.keys(own)[0]);
      expect(inSight(table, viewer, { ...all, ...own }), viewer.as).toBe(true);
      expect(inSight(table, viewer, all), viewer.as).toBe(false);
      expect(inSight(table, viewer, {}), viewer.as).toBe(false);
    }
    expect(inSight(table, systemViewer, {})).toBe(true);
  },
);
