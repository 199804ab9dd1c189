import { hashPassword } from '../access/accounts.ts';
import { type Actor, type Role, roleNames, roles, sideOf } from '../access/permissions.ts';
import type { Words } from '../words/words.ts';
import type { WarehouseId } from './places.ts';

interface Person {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  /** Where a member of the staff works; in the first of them now. */
  readonly at: readonly WarehouseId[];
}
const staff = (name: string, role: Role, ...at: WarehouseId[]): Person => ({
  name,
  role,
  organisation: 'hub',
  at,
});
const guest = (name: string, role: Role, organisation: string): Person => ({
  name,
  role,
  organisation,
  at: [],
});

/** One for each role, whom the demo introduces. Both warehouses are open to whoever leads. */
const cast = {
  liufang: staff('刘芳', 'receiver', 'hk1'),
  chenjie: staff('陈杰', 'inspector', 'hk1'),
  wuqiang: staff('吴强', 'storekeeper', 'hk1'),
  zhaolei: staff('赵磊', 'technician', 'hk1'),
  sunli: staff('孙丽', 'packer', 'hk1'),
  wangfang: staff('王芳', 'supervisor', 'hk1'),
  hanmei: staff('韩梅', 'supervisor', 'hk1', 'yp1'),
  guanyu: staff('关宇', 'customs', 'hk1', 'yp1'),
  majun: staff('马俊', 'manager', 'hk1', 'yp1'),
  admin: staff('林海', 'administrator', 'hk1', 'yp1'),
  lanjing: guest('蓝晶', 'exporterAdmin', 'lanjing'),
  lanxin: guest('蓝欣', 'exporterMember', 'lanjing'),
  yunfan: guest('梁云帆', 'exporterAdmin', 'yunfan'),
  zhiyuan: guest('楼知远', 'exporterAdmin', 'zhiyuan'),
  chuangwei: guest('符创为', 'vendorAdmin', 'chuangwei'),
  kuaixiu: guest('黎凯秀', 'vendorAdmin', 'kuaixiu'),
  achuan: guest('陈阿川', 'vendorMember', 'kuaixiu'),
} as const satisfies Record<string, Person>;

/** Their colleagues. */
const others = {
  lina: staff('李娜', 'receiver', 'hk1'),
  hejing: staff('何静', 'inspector', 'hk1'),
  zhoutao: staff('周涛', 'technician', 'hk1'),
  fuhaiyan: staff('符海燕', 'receiver', 'yp1'),
  hejianguo: staff('何建国', 'inspector', 'yp1'),
  zhoumin: staff('周敏', 'supervisor', 'yp1'),
} as const satisfies Record<string, Person>;

export const people = { ...cast, ...others };
export type PersonId = keyof typeof people;

/** Who does what in which warehouse. */
export const crew = {
  hk1: {
    receiver: ['liufang', 'liufang', 'lina'],
    inspector: ['chenjie', 'chenjie', 'hejing'],
    storekeeper: ['wuqiang'],
    technician: ['zhaolei', 'zhaolei', 'zhoutao'],
    packer: ['sunli'],
    supervisor: ['wangfang'],
    customs: ['guanyu'],
  },
  yp1: {
    receiver: ['fuhaiyan'],
    inspector: ['hejianguo'],
    storekeeper: ['zhoumin'],
    technician: ['zhoumin'],
    packer: ['zhoumin'],
    supervisor: ['zhoumin'],
    customs: ['guanyu'],
  },
} as const satisfies Record<WarehouseId, Record<string, readonly PersonId[]>>;
export type Post = keyof (typeof crew)['hk1'];

/** This person at work in this warehouse; whoever is no member of the staff works in none. */
export function actorAt(id: PersonId, at: WarehouseId): Actor {
  const { name, role, organisation }: Person = people[id];
  const side = sideOf(role);
  const viewer = side === 'staff' ? { as: side, id, warehouse: at } : { as: side, id, organisation };
  return { id, name, role, roles: [role], viewer, permissions: roles[role], device: null };
}

/** Everybody in the demo signs in with this. */
export const demoPassword = 'guihang-demo-2026';

const onTheFloor = new Set<Role>(['receiver', 'inspector', 'storekeeper', 'technician', 'packer']);
const roomOf = (role: Role) => {
  const side = sideOf(role);
  if (side !== 'staff') return side === 'vendor' ? '/vendor' : '/portal';
  return onTheFloor.has(role) ? '/handheld' : '/office';
};

export interface DemoSignIn {
  readonly role: Words;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  /** The address of the screen that opens for them. */
  readonly room: string;
}
/** The named cast, as the table that the demo prints. */
export const demoSignIns: readonly DemoSignIn[] = Object.entries<Person>(cast).map(
  ([username, { name, role }]) => ({
    ...{ role: roleNames[role], name, username },
    password: demoPassword,
    room: roomOf(role),
  }),
);

/** Rows for everybody, with one hash for all: it takes a third of a second to make. */
export async function peopleRows(since: Date) {
  const password = await hashPassword(demoPassword);
  const when = { createdAt: since, updatedAt: since };
  return Object.entries<Person>(people).map(([id, { name, role, organisation, at }]) => ({
    user: {
      ...{ id, name, role, organisationId: organisation, ...when },
      email: `${id}@${organisation === 'hub' ? 'guihang' : organisation}.example`,
      emailVerified: true,
      username: id,
      displayUsername: id,
      warehouseId: at[0] ?? null,
      language: 'zh-CN' as const,
      active: true,
    },
    account: { id: `${id}-password`, accountId: id, providerId: 'credential', userId: id, password, ...when },
    postings: at.map((warehouseId) => ({ id: `${id}-${warehouseId}`, userId: id, warehouseId })),
  }));
}
