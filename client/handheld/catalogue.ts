import { useEffect, useMemo, useState } from 'react';
import type { Words } from '../../server/words/words.ts';
import { call, type Reply } from '../shared/api.ts';
import type { ChoiceLists } from '../shared/questions.ts';

type Codes = Reply<'GET /api/v1/catalogue'>['codes'];
const RETRY_AFTER_MS = 5000;
let known: Codes | undefined;

let coming: Promise<Codes> | undefined;

/** Every code of the house, asked once while the page is open. @throws Failure, and is asked anew the next time */
function codesOfHouse(): Promise<Codes> {
  coming ??= call('GET /api/v1/catalogue', {}).then(
    ({ codes }) => {
      known = codes;
      return codes;
    },
    (error) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}

/** The same, again until it is answered. */
function useCodes(): Codes | undefined {
  const [codes, setCodes] = useState(known);
  useEffect(() => {
    if (codes) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetch = () =>
      codesOfHouse().then(setCodes, () => {
        timer = setTimeout(fetch, RETRY_AFTER_MS);
      });
    void fetch();
    return () => clearTimeout(timer);
  }, [codes]);
  return codes;
}

/** What a code is called, once the codes have come; before that it is called as it is. */
export const nameOfCode = (list: string, code: string): Words =>
  known?.[list]?.find((row) => row.code === code) ?? { zh: code, en: code };

/** What a code means. Waits until the codes have come: what is green may hang on that. @throws Failure */
export async function meaningOfCode(list: string, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const codes = await codesOfHouse();
  return codes[list]?.find((row) => row.code === code)?.meaning ?? null;
}

interface Catalogue {
  /** The codes as choices, by the name of their list; empty until they have come. */
  readonly lists: ChoiceLists;
  /** What a code is called; a code that nobody knows is called as it is. */
  nameOf(list: string, code: string): Words;
  meaningOf(list: string, code: string | null): string | null;
}
export function useCatalogue(): Catalogue {
  const codes = useCodes();
  return useMemo(() => {
    const find = (list: string, code: string | null) => codes?.[list]?.find((row) => row.code === code);
    const lists = Object.entries(codes ?? {}).map(([list, rows]) => [
      list,
      rows.map(({ code, ...row }) => ({ ...row, value: code })),
    ]);
    return {
      lists: Object.fromEntries(lists),
      nameOf: (list, code) => find(list, code) ?? { zh: code, en: code },
      meaningOf: (list, code) => find(list, code)?.meaning ?? null,
    };
  }, [codes]);
}
