import { expect, test } from 'vitest';
import { type Role, roles, sideOf } from '../../server/access/permissions.ts';
import { lives } from '../../server/workflow/house.ts';

const lead = 'supervisor manager administrator';
const exporters = 'exporterMember exporterAdmin';
const everybody = 'receiver inspector storekeeper technician packer customs';
const repairers = `technician ${lead} vendorMember vendorAdmin`;

/** Who may take which step. `nobody`: only the house itself, by a job or another thing's step. */
const who: Readonly<Record<string, string>> = {
  'receive undoReceive takeBack comeBack find': `receiver ${lead}`,
  reportMissing: `receiver ${lead}`,
  'identify correct reportLost': `customs ${lead}`,
  inspect: `inspector ${lead}`,
  'decide undoDecide askExporter': `inspector ${lead}`,
  instruct: exporters,
  'putAway undoPutAway move split recount': `receiver inspector storekeeper technician ${lead}`,
  'startRepair handToVendor undoHandToVendor': `technician ${lead}`,
  'passCheck failCheck wipe': `inspector technician ${lead}`,
  'reserve release': lead,
  'pick putBack pack unpack': `packer ${lead}`,
  'signDestruction destroy': lead,
  'addPhoto hold withdrawSignature': `${everybody} ${lead}`,
  liftHold: `customs ${lead}`,
  'cancel expire handOver finishWork ship arrive returnAgain replace': '',
};
const ofTicket: Readonly<Record<string, string>> = {
  'takeIn diagnose quote waitForParts partsArrived start finish noFault giveBack': repairers,
  'approve decline': 'exporterAdmin',
  'expire pass fail cancel': '',
};
const ofReturnOrder = { 'submit cancel': exporters, 'approve reject': lead };
const ofConsignment = { 'close reopen handOver': `storekeeper ${lead}`, 'settle takeOut': '' };
const ofShipment = { 'close reopen handOver deliver': `packer ${lead}`, cancel: lead, end: '' };

test.each([
  ['item', who],
  ['ticket', ofTicket],
  ['returnOrder', ofReturnOrder],
  ['consignment', ofConsignment],
  ['shipment', ofShipment],
] as const)('each step of a %s is for those it is for', (noun, table) => {
  const expected = Object.fromEntries(
    Object.entries<string>(table).flatMap(([steps, names]) =>
      steps.split(' ').map((step) => [step, names.split(' ').filter(Boolean).sort()]),
    ),
  );
  const found = Object.entries(lives[noun].flow.steps).map(([step, { needs }]) => [
    step,
    (Object.keys(roles) as Role[]).filter((role) => roles[role].has(needs)).sort(),
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test('nobody is the house, and no guest does the work of the staff', () => {
  for (const role of Object.keys(roles) as Role[]) {
    expect(roles[role].has('the house itself'), role).toBe(false);
    const foreign = [
      'people.manage',
      'rules.manage',
      'items.release',
      'items.destroy',
      'returns.review',
    ] as const;
    if (sideOf(role) !== 'staff') for (const may of foreign) expect(roles[role].has(may), role).toBe(false);
  }
});
