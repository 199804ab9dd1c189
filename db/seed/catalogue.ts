import type { Database } from '../open.ts';
import { codes } from '../schema/master-data.ts';
import { customsRules, dispositionRules, fourEyes } from '../schema/rules.ts';
import { systemViewer } from '../seen-by.ts';
import type { CodeLists } from './codes/code-list.ts';
import { houseCodes } from './codes/hub.ts';
import { repairCodes } from './codes/repair.ts';
import { returnCodes } from './codes/returns.ts';
import { sortingCodes } from './codes/sorting.ts';
import { firstCustomsRules } from './customs-rules.ts';
import { firstDispositionRules } from './disposition-rules.ts';
import { firstFourEyes } from './four-eyes.ts';

const lists: CodeLists = { ...returnCodes, ...sortingCodes, ...repairCodes, ...houseCodes };

/** Every code of the first catalogue, as it stands in the table. */
export const firstCodes: readonly (typeof codes.$inferInsert)[] = Object.entries(lists).flatMap(
  ([list, rows]) =>
    rows.map(([code, zh, en, meaning], i) => ({
      id: `${list}:${code}`,
      list,
      code,
      zh,
      en,
      meaning: meaning ?? null,
      position: (i + 1) * 10,
      active: true,
    })),
);

/** Adds what is not there yet and leaves alone what the hub has changed since. */
export const seedCatalogue = (db: Database): Promise<void> =>
  db.as(systemViewer).atomically(async (tx) => {
    for (const row of firstCodes) await tx.claim(codes, row);
    for (const row of firstCustomsRules) await tx.claim(customsRules, row);
    for (const row of firstDispositionRules) await tx.claim(dispositionRules, row);
    for (const row of firstFourEyes) await tx.claim(fourEyes, row);
  });
