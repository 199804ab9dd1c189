import { expect, test } from 'vitest';
import { systemViewer } from '../../db/seen-by.ts';
import { ownWarehouse } from '../../server/storage/own-warehouse.ts';

test('places belong to the warehouse where one works; who works nowhere is told so', () => {
  type Viewer = Parameters<typeof ownWarehouse>[0]['viewer'];
  const at = (viewer: Viewer) => () => ownWarehouse({ viewer } as Parameters<typeof ownWarehouse>[0]);
  expect(at({ as: 'staff', id: 'ma', warehouse: 'hk' })()).toBe('hk');
  const nowhere: Viewer[] = [
    { as: 'staff', id: 'ma', warehouse: 'none' },
    { as: 'exporter', id: 'whale', organisation: 'whale' },
    systemViewer,
  ];
  for (const viewer of nowhere) {
    expect(at(viewer)).toThrow('no_warehouse');
    expect(at(viewer)).toThrow(expect.objectContaining({ status: 409, code: 'no_warehouse' }));
  }
});
