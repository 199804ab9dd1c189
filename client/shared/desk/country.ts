import { type Language, useLanguage } from '../language.ts';

const inLanguage = (language: Language) =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that the browser can name but nobody can send a parcel to. */
const notACountry =
  /^(E[UZ]|UN|Q[M-Z]|X[A-J]|XL|X[N-Z]|ZZ|A[CN]|CP|CQ|CS|DD|DG|EA|FX|IC|NT|SU|TA|TP|YD|YU|ZR|BU|VD|HV|RH|DY|NH|UK)$/;

/** A country by its two letters, in words. */
export function useCountry(): (code: string) => string {
  const names = inLanguage(useLanguage());
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
}

/** All countries, sorted as the language sorts them. */
export function useCountries(): readonly { value: string; label: string }[] {
  const language = useLanguage();
  const names = inLanguage(language);
  const all = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !notACountry.test(code));
  return all
    .flatMap((value) => {
      const name = names.of(value);
      return name ? [{ value, label: `${name} ${value}` }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
