import type { Words } from './words.ts';

export type MailKind =
  | 'invitation'
  | 'reset'
  | 'email'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'badgeIssued'
  | 'badgeRevoked'
  | 'pinReset'
  | 'passwordChanged'
  | 'rightsChanged'
  | 'keyMade'
  | 'limitChanged';
export interface MailAbout {
  readonly name: string;
  readonly organisation: string;
  /** What it is about: the name of a key, an amount. */
  readonly what: string;
  readonly link: string;
}

const greeting = (name: string): Words => ({
  zh: name ? `${name}，您好！` : '您好！',
  en: name ? `Dear ${name},` : 'Hello,',
});
const ignore: Words = {
  zh: '如果与您无关，请忽略此邮件，您的账号不受影响。',
  en: 'If this was not you, ignore this e-mail; nothing will change.',
};
const notYou: Words = {
  zh: '如果不是您本人操作，请立即联系管理员。',
  en: 'If this was not you, tell your administrator at once.',
};

const mails: Readonly<Record<MailKind, { subject: Words; body: (about: MailAbout) => Words; end: Words }>> = {
  invitation: {
    subject: { zh: '归航：邀请您加入', en: 'Guihang: you are invited' },
    body: ({ organisation, link }) => ({
      zh: `${organisation}邀请您使用归航退换货维修系统。请在 7 天内打开链接，设置密码：\n\n${link}`,
      en: `${organisation} invites you to Guihang, the returns and repair system. Open this link within 7 days and choose a password:\n\n${link}`,
    }),
    end: ignore,
  },
  reset: {
    subject: { zh: '归航：重置密码', en: 'Guihang: reset your password' },
    body: ({ link }) => ({
      zh: `请在 1 小时内打开链接，设置新密码。链接只能使用一次：\n\n${link}`,
      en: `Open this link within the hour and choose a new password. It works once:\n\n${link}`,
    }),
    end: ignore,
  },
  email: {
    subject: { zh: '归航：确认邮箱', en: 'Guihang: confirm your e-mail address' },
    body: ({ link }) => ({
      zh: `请在 48 小时内打开链接，确认此邮箱属于您：\n\n${link}`,
      en: `Open this link within 48 hours to confirm that this address is yours:\n\n${link}`,
    }),
    end: ignore,
  },
  passwordChanged: {
    subject: { zh: '归航：密码已更改', en: 'Guihang: your password was changed' },
    body: () => ({
      zh: '您的密码刚刚被更改，其他登录均已退出。',
      en: 'Your password was just changed, and all other sessions were ended.',
    }),
    end: notYou,
  },
  rightsChanged: {
    subject: { zh: '归航：您的权限已更改', en: 'Guihang: your permissions were changed' },
    body: () => ({
      zh: '您账号的角色或工作仓库刚刚被更改。',
      en: 'The role or the warehouses of your account were just changed.',
    }),
    end: notYou,
  },
  keyMade: {
    subject: { zh: '归航：新建了 API 密钥', en: 'Guihang: an API key was created' },
    body: ({ what }) => ({
      zh: `刚刚为贵公司新建了 API 密钥“${what}”。持有它的系统可以代表贵公司调用接口。`,
      en: `An API key "${what}" was just created for your organisation. Whoever holds it acts on its behalf.`,
    }),
    end: notYou,
  },
  limitChanged: {
    subject: { zh: '归航：自动批准额度已更改', en: 'Guihang: your limit for automatic approval was changed' },
    body: ({ what }) => ({
      zh: `贵公司维修报价的自动批准额度刚刚被更改为：${what}。`,
      en: `Your organisation’s limit for approving estimates automatically is now: ${what}.`,
    }),
    end: notYou,
  },
  badgeIssued: {
    subject: { zh: '归航：已为您发放新工牌', en: 'Guihang: a new badge was issued for you' },
    body: () => ({
      zh: '刚刚为您发放了新工牌和初始 PIN，之前的工牌已作废。',
      en: 'A new badge with an initial PIN was just issued for you. Your previous badge is no longer valid.',
    }),
    end: notYou,
  },
  badgeRevoked: {
    subject: { zh: '归航：您的工牌已作废', en: 'Guihang: your badge was revoked' },
    body: () => ({
      zh: '您的工牌刚刚被作废，所有登录均已退出。',
      en: 'Your badge was just revoked, and all your sessions were ended.',
    }),
    end: notYou,
  },
  pinReset: {
    subject: { zh: '归航：您的工牌 PIN 已更改', en: 'Guihang: the PIN of your badge was changed' },
    body: () => ({
      zh: '您工牌的 PIN 刚刚被更改。',
      en: 'The PIN of your badge was just changed.',
    }),
    end: notYou,
  },
  secondFactorOn: {
    subject: { zh: '归航：两步验证已开启', en: 'Guihang: two-step verification was set up' },
    body: () => ({
      zh: '您账号的两步验证刚刚被开启，其他登录均已退出。',
      en: 'Two-step verification was just set up for your account, and its other sessions were ended.',
    }),
    end: notYou,
  },
  secondFactorOff: {
    subject: { zh: '归航：两步验证已关闭', en: 'Guihang: two-step verification was removed' },
    body: () => ({
      zh: '您账号的两步验证刚刚被关闭。',
      en: 'Two-step verification was just removed from your account.',
    }),
    end: notYou,
  },
};

export const mailSubject = (kind: MailKind, language: 'zh-CN' | 'en') =>
  mails[kind].subject[language === 'en' ? 'en' : 'zh'];

export function mailText(kind: MailKind, about: MailAbout, language: 'zh-CN' | 'en'): string {
  const { body, end } = mails[kind];
  const say = (words: Words) => words[language === 'en' ? 'en' : 'zh'];
  return `${say(greeting(about.name))}\n\n${say(body(about))}\n\n${say(end)}\n\n归航 Guihang\n`;
}
