import type { Words } from '../../server/words/words.ts';
import { type Language, useLanguage } from './language.ts';
import type { Messages, Say } from './words/messages.ts';

/** The sentences of a room in the language of the moment: `const t = useWords(handheld); t('receive.title')`. */
export const useWords = <Z>(room: Messages<Z>): Say<Z> => room.in(useLanguage());

const inLanguage = (now: Language) => (words: Words) => (now === 'en' ? words.en : words.zh);
const sayIn = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };

/** For words that the server sends: `const say = useSay(); say(step.button)`. */
export const useSay = () => sayIn[useLanguage()];
