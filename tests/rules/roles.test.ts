import { describe, expect, test } from 'vitest';
import type { Viewer } from '../../db/seen-by.ts';
import { scopesOfMine } from '../../server/access/api-keys.ts';
import {
  type Actor,
  isRole,
  type Permission,
  permissionNames,
  permissionsOf,
  type Role,
  roleNames,
  roles,
  sideOf,
} from '../../server/access/permissions.ts';

const floor = 'receiver inspector storekeeper technician packer';
const lead = 'supervisor manager administrator';
const staff = `${floor} customs ${lead}`;
const exporters = 'exporterMember exporterAdmin';
const vendors = 'vendorMember vendorAdmin';
const heads = 'administrator exporterAdmin vendorAdmin';
/** What is no step of a thing, and who may do it. Who may take which step stands in who-may.ts. */
const beside: Partial<Record<Permission, string>> = {
  'scans.read': staff,
  'returns.read': `${staff} ${exporters}`,
  'items.read': `${staff} ${exporters}`,
  'items.ship': `packer ${lead}`,
  'tickets.read': `technician ${lead} ${exporters} ${vendors}`,
  'tickets.manage': lead,
  'consignments.read': `storekeeper ${lead} ${vendors}`,
  'consignments.take': 'vendorAdmin',
  'shipments.read': `storekeeper packer customs ${lead} ${exporters}`,
  'board.read': staff,
  'locations.read': staff,
  'locations.manage': 'manager administrator',
  'skus.read': `${staff} ${exporters}`,
  'skus.manage': 'manager administrator exporterAdmin',
  'rules.read': `inspector customs ${lead}`,
  'rules.manage': 'manager administrator',
  'customs.manage': 'customs administrator',
  'organisations.read': staff,
  'organisations.manage': 'manager administrator',
  'people.manage': 'administrator',
  'members.manage': heads,
  'keys.manage': heads,
  'audit.read': heads,
  'notices.read': `administrator ${exporters} ${vendors}`,
};
const sorted = (names: string) => names.split(' ').sort();

test.each(Object.entries(beside))('%s is for those it is for', (permission, names) => {
  const those = (Object.keys(roles) as Role[]).filter((role) => roles[role].has(permission as Permission));
  expect(those.sort()).toEqual(sorted(names));
});

test('each role stands on one side, and whatever is no role is none', () => {
  const on = (side: string) => (Object.keys(roles) as Role[]).filter((role) => sideOf(role) === side).sort();
  expect([on('staff'), on('exporter'), on('vendor')]).toEqual([
    sorted(staff),
    sorted(exporters),
    sorted(vendors),
  ]);
  expect(['receiver', 'king', '', 'Receiver'].map(isRole)).toEqual([true, false, false, false]);
});

test('each role and each permission has a name of its own in both languages', () => {
  const chinese = /^[\u3400-\u9fff A-Z、（）()]+$/;
  for (const names of [roleNames, permissionNames]) {
    const all = Object.entries(names).filter(([id]) => id !== 'the system');
    for (const [id, { zh, en }] of all)
      expect([id, chinese.test(zh), /^[A-Z][\w\W]{3,}$/.test(en)]).toEqual([id, true, true]);
    expect(new Set(all.map(([, { zh }]) => zh)).size).toBe(all.length);
    expect(new Set(all.map(([, { en }]) => en)).size).toBe(all.length);
  }
  expect(Object.keys(roleNames).sort()).toEqual(Object.keys(roles).sort());
});

describe('whoever has several roles', () => {
  test('may what any of them may, and no more', () => {
    const both = permissionsOf(['receiver', 'packer'], 'desk');
    expect(both).toEqual(new Set([...roles.receiver, ...roles.packer]));
    expect(permissionsOf(['packer'], 'desk')).toEqual(roles.packer);
    expect(permissionsOf([], 'desk')).toEqual(new Set());
    // Asked again, and in between for others, it is the same.
    expect(permissionsOf(['receiver', 'packer'], 'desk')).toEqual(both);
    expect(permissionsOf(['receiver'], 'desk')).toEqual(roles.receiver);
  });

  test('may less on a handheld, which lies about: nothing about people, keys, the log, master data and rules', () => {
    const atADesk = [
      ...['audit.read', 'customs.manage', 'keys.manage', 'locations.manage', 'members.manage'],
      ...['notices.read', 'organisations.manage', 'people.manage', 'rules.manage', 'skus.manage'],
      'stock.takeOver',
    ];
    const all = permissionsOf(['administrator'], 'desk');
    const onTheFloor = permissionsOf(['administrator'], 'handheld');
    expect([...all].filter((one) => !onTheFloor.has(one)).sort()).toEqual(atADesk);
    expect(permissionsOf(['receiver'], 'handheld')).toEqual(roles.receiver);
    // Whoever heads the floor has the work of the floor there, and no more than that.
    expect(permissionsOf(['manager'], 'handheld')).toEqual(roles.supervisor);
    expect(permissionsOf(['administrator'], 'desk')).toEqual(all);
  });
});

test('a key is offered what heads its organisation may do, but never people, keys, the log and the letters', () => {
  const never = ['members.manage', 'keys.manage', 'audit.read', 'notices.read'];
  const offered = (viewer: Viewer) => scopesOfMine({ viewer } as Actor).map(({ id }) => id);
  const most = (role: Role) => [...roles[role]].filter((one) => !never.includes(one));
  expect(offered({ as: 'exporter', id: 'x', organisation: 'whale' })).toEqual(most('exporterAdmin'));
  expect(offered({ as: 'vendor', id: 'x', organisation: 'spark' })).toEqual(most('vendorAdmin'));
  const ofBoth = [...new Set([...most('exporterAdmin'), ...most('vendorAdmin')])];
  expect(offered({ as: 'staff', id: 'x', warehouse: 'hk' })).toEqual(ofBoth);
  for (const { id, name } of scopesOfMine({ viewer: { as: 'staff', id: 'x', warehouse: 'hk' } } as Actor))
    expect(name).toEqual(permissionNames[id]);
});
