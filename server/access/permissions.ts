import type { Viewer } from '../../db/seen-by.ts';
import type { Config } from '../process/config.ts';
import type { Words } from '../words/words.ts';

/** What somebody may be let do, and what it is called. */
export const permissionNames = {
  'scans.read': { zh: '扫描查询', en: 'Scan anything' },
  'returns.read': { zh: '查看退货单', en: 'See return orders' },
  'returns.submit': { zh: '提交退货单', en: 'Submit return orders' },
  'returns.review': { zh: '审核退货单', en: 'Review return orders' },
  'items.read': { zh: '查看货品', en: 'See items' },
  'items.receive': { zh: '收货', en: 'Receive' },
  'items.inspect': { zh: '质检', en: 'Inspect' },
  'items.decide': { zh: '决定去向', en: 'Decide where items go' },
  'items.instruct': { zh: '出口商指示', en: 'Give instructions' },
  'items.store': { zh: '上架与移位', en: 'Put away and move' },
  'items.hold': { zh: '挂起', en: 'Put on hold' },
  'items.release': { zh: '解除挂起', en: 'Lift holds' },
  'items.correct': { zh: '更正货品信息', en: 'Correct details' },
  'items.photograph': { zh: '拍照', en: 'Take photos' },
  'items.repair': { zh: '送修', en: 'Send to repair' },
  'items.check': { zh: '复检', en: 'Check after repair' },
  'items.pick': { zh: '拣货', en: 'Pick' },
  'items.pack': { zh: '装箱', en: 'Pack' },
  'items.ship': { zh: '出库', en: 'Ship' },
  'items.destroy': { zh: '销毁', en: 'Destroy' },
  'items.exception': { zh: '报告异常', en: 'Report exceptions' },
  'tickets.read': { zh: '查看维修单', en: 'See repair tickets' },
  'tickets.work': { zh: '处理维修单', en: 'Work on repair tickets' },
  'tickets.answer': { zh: '答复报价', en: 'Answer estimates' },
  'tickets.manage': { zh: '管理维修单', en: 'Manage repair tickets' },
  'consignments.read': { zh: '查看送修批次', en: 'See consignments' },
  'consignments.handle': { zh: '处理送修批次', en: 'Handle consignments' },
  'consignments.take': { zh: '接收送修批次', en: 'Take consignments' },
  'shipments.read': { zh: '查看出库单', en: 'See shipments' },
  'shipments.plan': { zh: '安排出库', en: 'Plan shipments' },
  'shipments.ship': { zh: '交运', en: 'Hand over shipments' },
  'board.read': { zh: '查看看板', en: 'See the board' },
  'locations.read': { zh: '查看货位', en: 'See locations' },
  'locations.manage': { zh: '管理货位', en: 'Manage locations' },
  'stock.takeOver': { zh: '接管期初库存', en: 'Take over opening stock' },
  'skus.read': { zh: '查看商品', en: 'See SKUs' },
  'skus.manage': { zh: '管理商品', en: 'Manage SKUs' },
  'rules.read': { zh: '查看规则', en: 'See rules' },
  'rules.manage': { zh: '管理去向规则', en: 'Manage disposition rules' },
  'customs.manage': { zh: '管理海关规则', en: 'Manage customs rules' },
  'organisations.read': { zh: '查看组织', en: 'See organisations' },
  'organisations.manage': { zh: '管理组织', en: 'Manage organisations' },
  'people.manage': { zh: '管理人员、设备与工牌', en: 'Manage people, devices and badges' },
  'members.manage': { zh: '管理本组织成员', en: 'Manage the members of your organisation' },
  'keys.manage': { zh: '管理 API 密钥', en: 'Manage API keys' },
  'audit.read': { zh: '查看审计日志', en: 'Read the audit log' },
  'notices.read': { zh: '查看通知', en: 'Read notices' },
  'the system': { zh: '系统自动', en: 'Only the system' },
} as const satisfies Readonly<Record<string, Words>>;
export type Permission = keyof typeof permissionNames;
export const permissions = Object.keys(permissionNames) as readonly Permission[];

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
  'stock.takeOver',
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
  administrator: [...managing, 'customs.manage', 'people.manage', 'notices.read', ...heading],
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
const onlyAtADesk: ReadonlySet<Permission> = new Set([
  ...heading,
  ...(['people.manage', 'organisations.manage', 'rules.manage', 'customs.manage'] as const),
  ...(['stock.takeOver', 'skus.manage', 'locations.manage', 'notices.read'] as const),
]);
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

/** Whoever is an administrator here and now: in general, for this warehouse, or as a cover. Not on a handheld, where they are none. */
export const needsSecondFactor = (
  { TWO_FACTOR }: Pick<Config, 'TWO_FACTOR'>,
  here: readonly Role[],
  device: string | null,
) => TWO_FACTOR === 'administrators' && device === null && here.includes('administrator');

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
