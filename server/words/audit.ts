import type { Words } from './words.ts';

/** Every kind of change that the audit log knows. */
export const auditedActions = {
  personAdded: { zh: '新增人员', en: 'Person added' },
  personChanged: { zh: '更改人员', en: 'Person changed' },
  passwordSet: { zh: '设置密码', en: 'Password set' },
  passwordReset: { zh: '通过邮件重置密码', en: 'Password reset by mail' },
  coverGiven: { zh: '安排代班', en: 'Cover given' },
  coverEnded: { zh: '取消代班', en: 'Cover taken back' },
  leaveSet: { zh: '登记休假', en: 'Leave entered' },
  leaveEnded: { zh: '取消休假', en: 'Leave taken back' },
  badgeIssued: { zh: '发放工牌', en: 'Badge issued' },
  badgeRevoked: { zh: '作废工牌', en: 'Badge revoked' },
  pinReset: { zh: '重置 PIN', en: 'PIN reset' },
  pinChanged: { zh: '更改 PIN', en: 'PIN changed' },
  deviceAdded: { zh: '新增设备', en: 'Device added' },
  deviceEnrolled: { zh: '登记设备', en: 'Device enrolled' },
  deviceChanged: { zh: '更改设备', en: 'Device changed' },
  deviceRevoked: { zh: '停用设备', en: 'Device revoked' },
  invited: { zh: '发出邀请', en: 'Invited' },
  invitationRevoked: { zh: '撤回邀请', en: 'Invitation taken back' },
  invitationAccepted: { zh: '接受邀请', en: 'Invitation accepted' },
  secondFactorOn: { zh: '开启两步验证', en: 'Second factor set up' },
  secondFactorOff: { zh: '关闭两步验证', en: 'Second factor removed' },
  keyMade: { zh: '创建密钥', en: 'API key made' },
  keyRevoked: { zh: '作废密钥', en: 'API key revoked' },
  fourEyesSet: { zh: '更改四眼设置', en: 'Four-eyes setting changed' },
  idleLockChanged: { zh: '更改自动锁定时间', en: 'Idle lock changed' },
  signedOut: { zh: '强制退出登录', en: 'Signed out by force' },
} as const satisfies Record<string, Words>;
export type AuditedAction = keyof typeof auditedActions;
