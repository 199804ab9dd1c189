export const firstSentence = (address: string) =>
  `\n数据库是空的。请打开此一次性链接创建第一个管理员：\nThe database is empty. Open this one-time link to create the first administrator:\n\n  ${address}\n\n`;
