import type { Words } from './words.ts';

const inKb = (bytes: number) => Math.floor(bytes / 1024);

export const problems = {
  notFound: (what: Words, id: string): Words => ({
    zh: `这里没有${what.zh}${id ? ` ${id}` : ''}。请核对标签或编号，再试一次。`,
    en: `There is no ${what.en}${id ? ` ${id}` : ''} here. Check the label or the number and try again.`,
  }),
  forbidden: (what: Words): Words => ({
    zh: `您没有“${what.zh}”的权限。请找主管或管理员。`,
    en: `You may not ${what.en.charAt(0).toLowerCase()}${what.en.slice(1)}. Ask a supervisor or an administrator.`,
  }),
  thisAccount: { zh: '更改这个账号', en: 'Change this account' } as Words,
  byKey: { zh: '用 API 密钥这样做', en: 'Do this with an API key' } as Words,
  signIn: { zh: '请先登录。', en: 'Sign in first.' },
  unusable: {
    zh: '提交的内容有误，请按提示修改。',
    en: 'Some entries are not valid. Correct them as marked.',
  },
  unreadable: { zh: '无法读取提交的内容，请重新提交。', en: 'What was sent cannot be read. Send it again.' },
  /** `limit` in bytes */
  tooLarge: (limit: number): Words => ({
    zh: `提交的内容超过 ${inKb(limit)} KB，请减少内容或分几次提交。`,
    en: `What was sent is larger than ${inKb(limit)} KB. Send less, or in several parts.`,
  }),
  tooMany: { zh: '操作太频繁，请稍后再试。', en: 'Too many requests. Wait a little and try again.' },
  tooMuchUnfinished: {
    zh: '你们之前提交的内容还在保存，请过几分钟再提交。',
    en: 'What your company sent before is still being stored. Wait a few minutes and send it again.',
  },
  tooManyUploads: {
    zh: '正在上传的文件太多，请等几秒再传。',
    en: 'Too many files are being uploaded at once. Wait a few seconds and send it again.',
  },
  tooHeavySheet: {
    zh: '这个表格内容太多，读取时间过长，已停止。请只保留要导入的列和行，或拆成几个文件后再上传。',
    en: 'This spreadsheet holds too much and takes too long to read, so it was stopped. Keep only the rows and columns that are needed, or split it, and upload it again.',
  },
  tooLongList: {
    zh: '内容太多，处理时间过长，已停止。请缩小筛选范围后再试。',
    en: 'This holds too much and takes too long, so it was stopped. Narrow the filters and try again.',
  },
  stalled: {
    zh: '内容没有传完就停了。请检查网络后重新提交。',
    en: 'What was sent stopped half-way. Check the connection and send it again.',
  },
  foreignOrigin: {
    zh: '请求来自其他网站，已拒绝。',
    en: 'This request came from another site and was refused.',
  },
  otherQuestion: {
    zh: '这次扫描已用于另一个操作。请重新扫描。',
    en: 'This scan was already used for something else. Scan again.',
  },
  hidden: {
    zh: '不能按您看不到的内容筛选或排序。',
    en: 'You cannot filter or sort by what is not shown to you.',
  },
  changedWhy: {
    zh: '您查看之后，情况有变化，所以没有执行。',
    en: 'It has changed since you looked at it, so nothing was done.',
  },
  changedNext: { zh: '请看最新内容，再重新决定。', en: 'Look at it as it is now and decide again.' },
  asItIs: (what: Words, code: string, state: Words): Words => ({
    zh: `${what.zh} ${code}：${state.zh}`,
    en: `${what.en} ${code}: ${state.en}`,
  }),
  changedMeanwhile: (what: Words, code: string, state: Words): Words => ({
    zh: `${what.zh} ${code}（现为“${state.zh}”）在您查看之后有变化，没有执行。请看最新内容，再重新决定。`,
    en: `The ${what.en} ${code} (now ${state.en}) has changed since you looked at it; nothing was done. Look at it as it is now and decide again.`,
  }),
  keepTheScan: {
    zh: '系统没有回应，不知道这次记上了没有。请重试；重复扫描或提交不会重复登记。',
    en: 'We cannot confirm this yet. Keep the scan and try again; repeating it is safe.',
  },
  ourFault: {
    zh: '系统出错了。请重试；重复扫描或提交不会重复登记。',
    en: 'Something broke on our side. Try again; a repeated scan is safe.',
  },
  taken: {
    zh: '这个编号或名称已被使用，请换一个。',
    en: 'This number or name is already used; choose another.',
  },
  noSuchPage: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
} as const;

/** What a thing is called when it is not found. */
export const nouns = {
  item: { zh: '货品', en: 'item' },
  returnOrder: { zh: '退货单', en: 'return order' },
  ticket: { zh: '维修单', en: 'repair ticket' },
  shipment: { zh: '出库单', en: 'shipment' },
  consignment: { zh: '送修批次', en: 'consignment' },
  parcel: { zh: '包裹', en: 'parcel' },
  line: { zh: '明细行', en: 'line' },
  location: { zh: '货位', en: 'location' },
  warehouse: { zh: '仓库', en: 'warehouse' },
  exporter: { zh: '出口商', en: 'exporter' },
  vendor: { zh: '维修商', en: 'vendor' },
  sku: { zh: '商品', en: 'SKU' },
  photo: { zh: '照片', en: 'photo' },
  person: { zh: '人员', en: 'person' },
  code: { zh: '代码', en: 'code' },
  rule: { zh: '规则', en: 'rule' },
  record: { zh: '记录', en: 'record' },
  row: { zh: '对象', en: 'row' },
} as const satisfies Record<string, Words>;
