import type { Words } from './words.ts';

interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: Words;
  readonly room: string;
}

const dayIn = (language: 'zh-CN' | 'en-GB', at: Date) =>
  at.toLocaleDateString(language, { month: 'short', day: 'numeric', timeZone: 'Asia/Shanghai' });

/** What the demo says while it is being played. */
export const demoWords = {
  house: { zh: '建仓', en: 'building the house' },
  pictures: { zh: '拍照', en: 'taking pictures' },
  played: (seconds: number) => `四个月的历史已生成 four months played (${seconds.toFixed(1)} s)`,
  welcome: (address: string, people: readonly SignIn[], sheets: string) =>
    [
      '',
      `归航 Guihang: ${address}`,
      `密码 password: ${people[0]?.password ?? ''}`,
      '',
      ...people.map(
        ({ username, name, role, room }) =>
          `  ${username.padEnd(12)} ${name}  ${role.zh} ${role.en}  ${address}${room}`,
      ),
      '',
      `可导入的示例表格 spreadsheets to import: ${sheets}`,
      '',
      '按 Ctrl+C 停止 Ctrl+C stops it.',
      '',
    ].join('\n'),
  day: (at: Date) => ({ zh: dayIn('zh-CN', at), en: dayIn('en-GB', at) }),
};
