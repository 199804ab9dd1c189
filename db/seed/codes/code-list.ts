/** A code, what it is called in both languages, and what the workflow may know of it. */
export type CodeRow = readonly [code: string, zh: string, en: string, meaning?: string];
export type CodeLists = Readonly<Record<string, readonly CodeRow[]>>;
