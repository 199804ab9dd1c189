import type { Viewer } from '../../db/seen-by.ts';
import type { Words } from '../words/words.ts';

const all = [
  'scans.read',
  'returns.read',
  'returns.submit',
  'returns.review',
  'items.read',
  'items.receive',
  'items.inspect',
  'items.decide',
  'items.instruct',
  'items.store',
  'items.hold',
  'items.release',
  'items.correct',
  'items.photograph',
  'items.repair',
  'items.check',
  'items.pick',
  'items.pack',
  'items.ship',
  'items.destroy',
  'items.exception',
  'tickets.read',
  'tickets.work',
  'tickets.answer',
  'tickets.manage',
  'consignments.read',
  'consignments.handle',
  'consignments.take',
  'shipments.read',
  'shipments.plan',
  'shipments.ship',
  'board.read',
  'locations.read',
  'locations.manage',
  'skus.read',
  'skus.manage',
  'rules.read',
  'rules.manage',
  'customs.manage',
  'organisations.read',
  'organisations.manage',
  'people.manage',
  'members.manage',
  'keys.manage',
  'audit.read',
  'notices.read',
  'the system',
] as const;
export type Permission = (typeof all)[number];
export const permissions: readonly Permission[] = all;

export interface Actor {
  readonly id: string;
  readonly name: string;
  /** What they are in general: it says on whose side they stand. */
  readonly role: Role;
  /** What they are here and now. */
  readonly roles: readonly Role[];
  readonly viewer: Viewer;
  readonly permissions: ReadonlySet<Permission>;
  /** The handheld in their hand, when they came in with a badge. */
  readonly device: string | null;
}

const floor = [
  'scans.read',
  'items.read',
  'items.photograph',
  'items.hold',
  'returns.read',
  'locations.read',
  'skus.read',
  'organisations.read',
  'board.read',
] as const;
const receiving = ['items.receive', 'items.exception', 'items.store'] as const;
const inspecting = ['items.inspect', 'items.decide', 'items.check', 'items.store', 'rules.read'] as const;
const storing = ['items.store', 'consignments.read', 'consignments.handle', 'shipments.read'] as const;
const bench = ['tickets.read', 'tickets.work', 'items.repair', 'items.check', 'items.store'] as const;
const packing = ['items.pick', 'items.pack', 'items.ship', 'shipments.read', 'shipments.ship'] as const;
const exporting = [
  'returns.read',
  'items.read',
  'skus.read',
  'tickets.read',
  'shipments.read',
  'notices.read',
] as const;
const mending = ['tickets.read', 'tickets.work', 'consignments.read', 'notices.read'] as const;

/** Whoever heads an organisation looks after its people and its keys. */
const heading = ['members.manage', 'keys.manage', 'audit.read'] as const;

const supervising = [
  ...floor,
  ...receiving,
  ...inspecting,
  ...storing,
  ...bench,
  ...packing,
  'returns.review',
  'items.release',
  'items.correct',
  'items.destroy',
  'tickets.manage',
  'shipments.plan',
  'rules.read',
] as const;
const managing = [
  ...supervising,
  'locations.manage',
  'skus.manage',
  'rules.manage',
  'organisations.manage',
] as const;

const grants = {
  receiver: [...floor, ...receiving],
  inspector: [...floor, ...inspecting],
  storekeeper: [...floor, ...storing],
  technician: [...floor, ...bench],
  packer: [...floor, ...packing],
  supervisor: supervising,
  customs: [...floor, 'items.release', 'items.correct', 'rules.read', 'customs.manage', 'shipments.read'],
  manager: managing,
  administrator: [...managing, 'customs.manage', 'people.manage', ...heading],
  exporterMember: [...exporting, 'returns.submit', 'items.instruct'],
  exporterAdmin: [
    ...exporting,
    ...heading,
    ...(['returns.submit', 'items.instruct', 'tickets.answer', 'skus.manage'] as const),
  ],
  vendorMember: mending,
  vendorAdmin: [...mending, ...heading, 'consignments.take'],
} satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof grants;
export const roles = Object.fromEntries(
  Object.entries(grants).map(([role, granted]) => [role, new Set<Permission>(granted)]),
) as unknown as Readonly<Record<Role, ReadonlySet<Permission>>>;

/** Not for a handheld that lies about, whoever holds it. */
const onlyAtADesk: ReadonlySet<Permission> = new Set(['people.manage', ...heading]);
const unions = new Map<string, ReadonlySet<Permission>>();
/** Everything that one of these roles may do, at a desk or on a handheld. */
export function permissionsOf(held: readonly Role[], where: 'desk' | 'handheld'): ReadonlySet<Permission> {
  const key = `${where} ${held.join(' ')}`;
  const known = unions.get(key);
  if (known) return known;
  const all = held.flatMap((role) => [...roles[role]]);
  const union = new Set(where === 'desk' ? all : all.filter((one) => !onlyAtADesk.has(one)));
  unions.set(key, union);
  return union;
}

export const roleNames: Readonly<Record<Role, Words>> = {
  receiver: { zh: '收货员', en: 'Receiver' },
  inspector: { zh: '质检员', en: 'Inspector' },
  storekeeper: { zh: '仓管员', en: 'Storekeeper' },
  technician: { zh: '维修技师', en: 'Technician' },
  packer: { zh: '打包员', en: 'Packer' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  customs: { zh: '关务专员', en: 'Customs liaison' },
  manager: { zh: '经理', en: 'Manager' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  exporterMember: { zh: '出口商员工', en: 'Exporter member' },
  exporterAdmin: { zh: '出口商管理员', en: 'Exporter administrator' },
  vendorMember: { zh: '维修商员工', en: 'Vendor member' },
  vendorAdmin: { zh: '维修商管理员', en: 'Vendor administrator' },
};

export const isRole = (text: string): text is Role => text in grants;

/** On whose side a role stands, and so whose rows its holder may see at all. */
export const sideOf = (role: Role): 'staff' | 'exporter' | 'vendor' =>
  role.startsWith('exporter') ? 'exporter' : role.startsWith('vendor') ? 'vendor' : 'staff';
