import type { Words } from '../../../server/words/words.ts';
import { i18n, type Language } from '../language.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}
/** The English of a room has the same keys; what Chinese says once (`…_other`), English also says in the singular. */
export type Same<Z> = { readonly [K in keyof Z]: Z[K] extends string ? string : Same<Z[K]> } & {
  readonly [K in keyof Z as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
type Key<Z> = {
  [K in keyof Z & string]: Z[K] extends string
    ? K extends `${infer Stem}_other`
      ? Stem
      : K
    : `${K}.${Key<Z[K]>}`;
}[keyof Z & string];
type Text<Z, K extends string> = K extends keyof Z
  ? Z[K]
  : `${K}_other` extends keyof Z
    ? Z[`${K}_other`]
    : K extends `${infer Head}.${infer Rest}`
      ? Head extends keyof Z
        ? Text<Z[Head], Rest>
        : never
      : never;
type Blanks<S> = S extends `${string}{{${infer Blank}}}${infer Rest}` ? Blank | Blanks<Rest> : never;
type Fill<S> = [Blanks<S>] extends [never] ? [] : [{ readonly [blank in Blanks<S>]: string | number }];

/** Says a sentence of a room: `t('receive.title')`, `t('pieces', { count: 3 })`. Every blank must be filled. */
export type Say<Z> = <K extends Key<Z>>(key: K, ...fill: Fill<Text<Z, K>>) => string;
export interface Messages<Z> {
  readonly zh: Z;
  readonly en: Same<Z>;
  /** The room in one language. */
  in(language: Language): Say<Z>;
  /** A sentence in both languages, for what outlives a switch of the language. */
  both<K extends Key<Z>>(key: K, ...fill: Fill<Text<Z, K>>): Words;
}

/** A room of sentences. Importing it is enough to make it known; screens read it with `useWords(room)`. */
export function messages<const Z extends Tree>(name: string, zh: Z, en: Same<Z>): Messages<Z> {
  i18n.addResourceBundle('zh-CN', name, zh);
  i18n.addResourceBundle('en', name, en);
  const chinese = i18n.getFixedT('zh-CN', name) as unknown as Say<Z>;
  const english = i18n.getFixedT('en', name) as unknown as Say<Z>;
  return {
    zh,
    en,
    in: (language) => (language === 'en' ? english : chinese),
    both: (key, ...fill) => ({ zh: chinese(key, ...fill), en: english(key, ...fill) }),
  };
}
