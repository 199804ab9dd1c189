import type { Role } from '../../../../server/access/permissions.ts';

export const role = {
  zh: {
    receiver: '收货员',
    inspector: '质检员',
    storekeeper: '仓管员',
    technician: '维修技师',
    packer: '打包员',
    supervisor: '主管',
    customs: '关务专员',
    manager: '经理',
    administrator: '系统管理员',
    exporterMember: '出口商员工',
    exporterAdmin: '出口商管理员',
    vendorMember: '维修商员工',
    vendorAdmin: '维修商管理员',
  } satisfies Record<Role, string>,
  en: {
    receiver: 'Receiver',
    inspector: 'Inspector',
    storekeeper: 'Storekeeper',
    technician: 'Technician',
    packer: 'Packer',
    supervisor: 'Supervisor',
    customs: 'Customs liaison',
    manager: 'Manager',
    administrator: 'Administrator',
    exporterMember: 'Exporter member',
    exporterAdmin: 'Exporter administrator',
    vendorMember: 'Vendor member',
    vendorAdmin: 'Vendor administrator',
  },
} as const;
