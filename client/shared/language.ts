import { createInstance } from 'i18next';
import { useSyncExternalStore } from 'react';

export type Language = 'zh-CN' | 'en';
const kept = 'guihang.language';

/** What this browser's person chose before; nothing, if they never chose. */
export function chosenLanguage(): Language | undefined {
  const choice = localStorage.getItem(kept);
  return choice === 'en' || choice === 'zh-CN' ? choice : undefined;
}

/** Chinese, unless this browser's person reads none. */
const firstLanguage = (): Language =>
  navigator.languages.some((one) => one.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';

export const i18n = createInstance();
// Resources come in with the rooms that a page imports, so there is nothing to wait for.
i18n.init({
  lng: chosenLanguage() ?? firstLanguage(),
  fallbackLng: false,
  load: 'currentOnly',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
});
const onPage = () => {
  document.documentElement.lang = language();
};
i18n.on('languageChanged', onPage);

export const language = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN');
onPage();

const subscribe = (listener: () => void) => {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
};
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);

/** Speaks this language from now on. `choose` also remembers it in this browser. */
export const speak = (next: Language) => void i18n.changeLanguage(next);
export function choose(next: Language) {
  localStorage.setItem(kept, next);
  speak(next);
}
