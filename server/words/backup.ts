import type { Words } from './words.ts';

const both = ({ zh, en }: Words) => `${zh} ${en}\n`;

export const backupSentences = {
  usage: both({ zh: '用法：', en: 'Usage: npm run backup -- FILE' }),
  'there already': both({ zh: '该文件已存在，请换一个名字。', en: 'This file exists; choose another name.' }),
  pg_dump: both({
    zh: '找不到 pg_dump。请安装 PostgreSQL 客户端（Debian：apt install postgresql-client）。',
    en: 'pg_dump was not found. Install the client of PostgreSQL (Debian: apt install postgresql-client).',
  }),
  failed: (why: string) => both({ zh: `备份未完成：${why}。`, en: `There is no backup: ${why}.` }),
  done: (file: string, files: string) =>
    both({
      zh: `已备份：${file}，照片在 ${files}。`,
      en: `Backed up to ${file}, photos to ${files}.`,
    }),
  next: (url: string, files: string) => `DATABASE_URL=${url} FILES_DIR=${files} npm run verify\n`,
  restore: (file: string, files: string) =>
    `pg_restore --no-owner --dbname postgres://…/empty ${file}\nFILES_DIR=${files}\n`,
};
