import { z } from 'zod';
import type { exportedLines } from '../../db/schema/exported.ts';
import { line as text } from '../http/shapes.ts';
import { readCustomsNumber, supervisionModes } from '../identifiers/customs-numbers.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';

/** How something was exported, as somebody says it. Dates are local dates in Asia/Shanghai. */
export const exportFacts = {
  exportDocument: text(40).optional(),
  exportLine: z.number().int().min(1).max(9999).optional(),
  exportMode: z.enum(supervisionModes).default('unknown'),
  exportDate: text(10).optional(),
  releaseDate: text(10).optional(),
} as const;

export const exportNames = [
  'exportDocument',
  'exportLine',
  'exportMode',
  'exportDate',
  'releaseDate',
] as const;
export type ExportFacts = {
  readonly [name in 'exportDocument' | 'exportDate' | 'releaseDate']?: string | undefined;
} & { readonly exportLine?: number | undefined; readonly exportMode: string };
type Known = Pick<typeof exportedLines.$inferSelect, (typeof exportNames)[number]>;

/** A document's number as it is stored: a scan or a copy may have brought spaces with it, or full-width digits. */
export const documentNumber = (given: string): string =>
  readCustomsNumber(given)?.number ?? tidyIdentifier(given);

const asStored = (name: (typeof exportNames)[number], value: string | number | null | undefined) => {
  if (value === null || value === undefined || value === 'unknown') return undefined;
  return name === 'exportDocument' ? documentNumber(String(value)) : String(value);
};

/** The first that is said otherwise than the export has it. */
export function contradiction(given: ExportFacts, known: Known) {
  for (const field of exportNames) {
    const [one, other] = [asStored(field, given[field]), asStored(field, known[field])];
    if (one !== undefined && other !== undefined && one !== other) return { field, given: one, known: other };
  }
  return undefined;
}

/** What the export says of it and nobody said yet. */
export const filledIn = (given: ExportFacts, known: Known): Partial<ExportFacts> =>
  Object.fromEntries(
    exportNames.flatMap((name) =>
      asStored(name, given[name]) === undefined && asStored(name, known[name]) !== undefined
        ? [[name, known[name]]]
        : [],
    ),
  );

/** What kind of document it is, where its number says so. */
export function kindOfDocument(number: string | null | undefined): 'declaration' | 'list' | undefined {
  const type = number ? readCustomsNumber(number)?.type : undefined;
  return type === 'preliminaryList' ? undefined : type;
}
