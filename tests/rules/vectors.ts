import { readFileSync } from 'node:fs';

type Group = { valid: string[]; invalid: string[] };
type Vectors = Record<
  | 'gtin'
  | 'sscc'
  | 'gln'
  | 'graiBody13'
  | 'imei'
  | 'uscc'
  | 'orgCode9'
  | 's10'
  | 'customsList'
  | 'preNo'
  | 'customsReg10',
  Group
> & { windows: { start: string; plus6m: string; plus12m: string }[] };

export const vectors: Vectors = JSON.parse(
  readFileSync(new URL('identifier-vectors.json', import.meta.url), 'utf8'),
);
