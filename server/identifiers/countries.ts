import type { Entry } from '../spreadsheets/vocabulary.ts';
import { tidyIdentifier } from './tidy.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Of these two letters the standard says that they are no country's (ISO 3166-1: reserved, or for private use). */
const noCountry = /^(EU|EZ|UN|QO|ZZ|A[C]|CP|CQ|DG|EA|IC|TA|X[A-Z]|Q[M-Z])$/;
/** Codes of states that are no more, and UK, mean another one now: France is FR, not FX. */
const isOfToday = (pair: string) => Intl.getCanonicalLocales(`und-${pair}`)[0] === `und-${pair}`;
const nameIn = (language: string) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });

/** What else people write. */
const alias: Readonly<Record<string, readonly string[]>> = {
  TH: ['THA', '泰'],
  MY: ['MYS', '马来', '大马', '馬來'],
  SG: ['SGP'],
  VN: ['VNM', 'Viet Nam'],
  PH: ['PHL', 'Philippine', 'The Philippines'],
  ID: ['IDN', '印尼'],
  CN: ['CHN', 'PRC', '中国大陆', '中國大陸', 'Mainland China'],
  HK: ['HKG', '香港', 'Hong Kong'],
  MO: ['MAC', '澳门', '澳門', 'Macau', 'Macao'],
  TW: ['TWN', '台湾', '台灣', '臺灣', '中国台湾', 'Taiwan'],
  US: ['USA', 'United States of America', 'America', '美利坚合众国'],
  GB: ['GBR', 'UK', 'Great Britain', 'England'],
  KR: ['KOR', 'Korea', 'South Korea', '南韩', '南韓'],
  AE: ['ARE', 'UAE'],
  LA: ['LAO', 'Lao', '寮国', '寮國', '老撾'],
  MM: ['MMR', 'Burma'],
  BN: ['BRN'],
  KH: ['KHM'],
  JP: ['JPN'],
};

let codes: ReadonlySet<string> | undefined;
/** A country by its code of two letters, in either case and width; undefined for what is none. */
export function readCountry(text: string): string | undefined {
  codes ??= new Set(countries().map(({ value }) => value));
  const code = tidyIdentifier(text).toUpperCase();
  return codes.has(code) ? code : undefined;
}

/** All countries with their codes of two letters (ISO 3166-1), in the names that this computer's Unicode data give them. */
export function countries(): Entry[] {
  const [en, simplified, traditional] = [nameIn('en'), nameIn('zh-Hans'), nameIn('zh-Hant')];
  const pairs = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((pair) => !noCountry.test(pair) && isOfToday(pair));
  return pairs.flatMap((value) => {
    const name = en.of(value);
    if (!name) return [];
    const other = [traditional.of(value) ?? '', ...(alias[value] ?? [])];
    return [{ value, words: { zh: simplified.of(value) ?? name, en: name }, alias: other }];
  });
}
