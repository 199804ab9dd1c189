import type { Role } from '../../server/access/permissions.ts';
import type { entities } from '../../server/registry.ts';

const lead = 'supervisor manager administrator';
const exporters = 'exporterMember exporterAdmin';
const everybody = 'receiver inspector storekeeper technician packer customs';
const repairers = `technician ${lead} vendorMember vendorAdmin`;

type Table = Readonly<Record<string, string>>;
const spelledOut = (table: Table): Readonly<Record<string, readonly Role[]>> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([steps, names]) =>
      steps.split(' ').map((step) => [step, names.split(' ').filter(Boolean).sort() as Role[]]),
    ),
  );

/** Who may take which step. `nobody`: only the system, by a job or another thing's step. */
const who: Table = {
  'receive undoReceive takeBack comeBack find': `receiver ${lead}`,
  reportMissing: `receiver ${lead}`,
  giveUp: lead,
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
  'takeOver cancel citeAnew expire handOver finishWork ship arrive returnAgain replace': '',
};
const ofTicket: Table = {
  'takeIn diagnose quote waitForParts partsArrived start finish noFault giveBack': repairers,
  'approve decline': 'exporterAdmin',
  'expire pass fail cancel': '',
};
const ofReturnOrder: Table = {
  'submit citeAnew cancel': exporters,
  'approve reject correctExport': lead,
};
const ofParcel: Table = {
  'describe link unlink finish reopen takeOverCounts drop': `receiver ${lead}`,
  addPhoto: `${everybody} ${lead}`,
};
const ofConsignment: Table = { 'close reopen handOver': `storekeeper ${lead}`, 'settle takeOut': '' };
const ofShipment: Table = {
  'close reopen handOver correctWaybill deliver': `packer ${lead}`,
  cancel: lead,
  end: '',
};

const byEntity = {
  item: who,
  ticket: ofTicket,
  returnOrder: ofReturnOrder,
  parcel: ofParcel,
  consignment: ofConsignment,
  shipment: ofShipment,
} satisfies Record<keyof typeof entities, Table>;
export type EntityName = keyof typeof byEntity;
export const entityNames = Object.keys(byEntity) as EntityName[];

/** The roles that may take each step of each entity. */
export const mayTake = Object.fromEntries(
  entityNames.map((entity) => [entity, spelledOut(byEntity[entity])]),
) as Record<EntityName, Readonly<Record<string, readonly Role[]>>>;
