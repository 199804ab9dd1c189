import type { Words } from './words.ts';

const howLong = (seconds: number): Words =>
  seconds < 100
    ? { zh: `${seconds} 秒`, en: `${seconds} seconds` }
    : { zh: `${Math.ceil(seconds / 60)} 分钟`, en: `${Math.ceil(seconds / 60)} minutes` };

/** What may take two people, as the settings call it. */
export const fourEyesNames = {
  destruction: { zh: '销毁', en: 'Destruction' },
  hazardRelease: { zh: '解除电池危险挂起', en: 'Lifting the hold on a dangerous battery' },
  regimeOverride: { zh: '更改海关状态或日期', en: 'Change of customs status or dates' },
  countAdjustment: { zh: '更正数量超过限额', en: 'Count correction above the limit' },
} as const satisfies Record<string, Words>;

export const accessSentences = {
  alwaysTwo: {
    zh: '销毁始终需要两人签字，不能更改。',
    en: 'Destruction always takes two people; this cannot be changed.',
  },
  wait: (seconds: number): Words => ({
    zh: `错误次数过多。请等待 ${howLong(seconds).zh}后再试。`,
    en: `Too many wrong attempts. Wait ${howLong(seconds).en} and try again.`,
  }),
  enoughMail: (seconds: number): Words => ({
    zh: `发送邮件太频繁。请等待 ${howLong(seconds).zh}后再试。`,
    en: `Too many e-mails were requested. Wait ${howLong(seconds).en} and try again.`,
  }),
  locked: {
    zh: '错误次数过多，工牌已锁定。请管理员重置 PIN。',
    en: 'Too many wrong attempts: this badge is locked. Ask an administrator to reset its PIN.',
  },
  wrongBadge: { zh: '工牌或 PIN 不正确。', en: 'Badge or PIN is wrong.' },
  notEnrolled: {
    zh: '此设备尚未登记。请管理员在办公端“设备”中登记此设备。',
    en: 'This device is not enrolled. Ask an administrator to enrol it under Devices in the office.',
  },
  notPostedHere: {
    zh: '您在此设备所属的仓库没有岗位。请管理员安排岗位或代班。',
    en: 'You have no role in the warehouse of this device. Ask an administrator for a role or a cover there.',
  },
  proveYourself: {
    zh: '更改权限前，请输入密码或验证码，确认是您本人。',
    en: 'This changes what somebody may do. Enter your password or code to confirm that it is you.',
  },
  notOnAHandheld: {
    zh: '请在电脑上用密码登录后设置两步验证。',
    en: 'Set up two-step verification on a computer, signed in with your password.',
  },
  away: { zh: '您正在休假，暂不能登录。', en: 'You are on leave and cannot sign in for now.' },
  newPin: {
    zh: '首次登录：请设置自己的 PIN（4–6 位数字）。',
    en: 'First sign-in: choose your own PIN of 4 to 6 digits.',
  },
  weakPin: {
    zh: '这个 PIN 太容易猜到。不要用连续或重复的数字。',
    en: 'This PIN is too easy to guess. No sequences, no repeated digits.',
  },
  samePin: { zh: '请设置与初始 PIN 不同的 PIN。', en: 'Choose a PIN other than the initial one.' },
  codeIsOver: {
    zh: '此登记码无效或已过期。请管理员生成新的登记码。',
    en: 'This code is invalid or has expired. Ask an administrator for a new one.',
  },
  wrongPassword: { zh: '当前密码不正确。', en: 'The current password is wrong.' },
  commonPassword: {
    zh: '这个密码太常见，容易被猜到。请换一个。',
    en: 'This password is too common and easy to guess. Choose another.',
  },
  linkIsOver: {
    zh: '此链接无效、已使用或已过期。请重新申请。',
    en: 'This link is invalid, used or expired. Ask for a new one.',
  },
  wrongSignIn: { zh: '账号或密码不正确。', en: 'Name or password is wrong.' },
  wrongCode: { zh: '验证码不正确或已使用。', en: 'The code is wrong, or was already used.' },
  keyTooFast: {
    zh: '此密钥的请求太频繁，请稍后再试。',
    en: 'This key sends too many requests. Wait a little and try again.',
  },
  tooFast: {
    zh: '您的请求太频繁，请稍后再试。',
    en: 'You send too many requests. Wait a little and try again.',
  },
  organisationTooFast: {
    zh: '贵公司的请求太频繁，请稍后再试。',
    en: 'Your company sends too many requests, with all its people and keys. Wait a little and try again.',
  },
  scopeTooWide: {
    zh: '密钥的权限不能超过组织的权限。',
    en: 'A key may not do more than its organisation.',
  },
  notForBadges: {
    zh: '用工牌登录时不能切换仓库。',
    en: 'You cannot change warehouse while signed in with a badge.',
  },
} as const;

/** What a device, a badge or an invitation is called when it is not found. */
export const accessNouns = {
  device: { zh: '设备', en: 'device' },
  badge: { zh: '工牌', en: 'badge' },
  session: { zh: '登录', en: 'session' },
  invitation: { zh: '邀请', en: 'invitation' },
  apiKey: { zh: '密钥', en: 'API key' },
  cover: { zh: '代班', en: 'cover' },
  leave: { zh: '休假', en: 'leave' },
} as const satisfies Record<string, Words>;
