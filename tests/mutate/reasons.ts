import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house-rules/sources.ts';
import { type Mutant, read, spanOf } from './mutants.ts';

interface Reason {
  readonly file: string;
  /** What stands in the code; with `becomes`, this one change of it, else each. */
  readonly was: string;
  /** Where it stands more than once in its file: the piece of code in which it is meant. */
  readonly at?: string;
  readonly becomes?: string;
  /** Why no test needs to notice it. */
  readonly why: string;
}

/** Mutants that were looked at one by one, and that no test needs to notice. */
export const reasons: readonly Reason[] = [
  {
    file: 'server/identifiers/digital-link.ts',
    was: 'segments.length - i',
    why: 'only whether it is even counts',
  },
  {
    file: 'server/identifiers/digital-link.ts',
    was: 'start < 0',
    becomes: 'false',
    why: 'the last segment alone has no value and is refused anyway',
  },
  {
    file: 'server/identifiers/digital-link.ts',
    was: "''",
    at: "key?.ai ?? ''",
    why: 'the key is always there',
  },
  {
    file: 'server/identifiers/gs1-dictionary.ts',
    was: '[]',
    at: '.exec(notation) ?? []',
    why: 'for a notation that the table does not hold',
  },
  {
    file: 'server/identifiers/gs1-dictionary.ts',
    was: "''",
    at: "type = ''",
    why: 'for a notation that the table does not hold',
  },
  {
    file: 'server/identifiers/gs1-dictionary.ts',
    was: '/^$/',
    why: 'for a notation that the table does not hold',
  },
  {
    file: 'server/identifiers/gtin.ts',
    was: '/^\\d{2,}$/',
    why: 'a letter makes the check digit one that never fits',
  },
  {
    file: 'server/identifiers/code.ts',
    was: 'attempt < 100',
    becomes: 'attempt <= 100',
    why: 'one try more of a hundred',
  },
  {
    file: 'server/identifiers/imei.ts',
    was: 'doubled > 9',
    becomes: 'doubled >= 9',
    why: 'nine and nothing are the same modulo ten',
  },
  {
    file: 'server/customs/dates.ts',
    was: '/^\\d{4}-\\d{2}-\\d{2}$/',
    why: 'what it lets through is no date when it is written again',
  },
  { file: 'labels/glyphs.ts', was: 'known.size > 20_000', why: 'only when a cache is emptied' },
  { file: 'labels/return-slip.ts', was: '!last', becomes: 'false', why: 'there is always a last page' },
  {
    file: 'labels/a4.ts',
    was: 'captionWidth - 1',
    becomes: 'captionWidth + 1',
    why: 'no caption is that long',
  },
  {
    file: 'server/repair/view.ts',
    was: 'sku?.nameEn',
    becomes: 'sku.nameEn',
    why: 'a ticket always has a SKU: nothing without one can be decided',
  },
  {
    file: 'server/repair/view.ts',
    was: "''",
    at: "{ zh: sku?.nameZh ?? '', en: sku?.nameEn ?? '' }",
    why: 'a ticket always has a SKU: nothing without one can be decided',
  },
  {
    file: 'server/repair/list.ts',
    was: "''",
    at: "{ zh: row.nameZh ?? '', en: row.nameEn ?? '' }",
    why: 'a ticket always has a SKU: nothing without one can be decided',
  },
  {
    file: 'server/repair/consignments.ts',
    was: "''",
    at: "{ zh: vendor?.nameZh ?? '', en: vendor?.nameEn ?? '' }",
    why: 'the vendor exists: a foreign key says so',
  },
  {
    file: 'server/repair/consignments.ts',
    was: "''",
    at: "{ zh: row.nameZh ?? '', en: row.nameEn ?? '' }",
    why: 'the SKU exists: a foreign key says so',
  },
  {
    file: 'server/repair/consignments.ts',
    was: 'vendor?.nameEn',
    becomes: 'vendor.nameEn',
    why: 'the vendor exists: a foreign key says so',
  },
  {
    file: 'server/repair/ticket-entity.ts',
    was: '[]',
    at: 'itemId: ticket.itemId }) : []',
    why: 'only looked at where there is a vendor',
  },
  {
    file: 'server/returns/return-order-entity.ts',
    was: 'sum + n',
    becomes: 'sum - n',
    why: 'only compared with nothing',
  },
  {
    file: 'server/returns/import-store.ts',
    was: "'exporterMember'",
    at: "role: 'exporterMember', roles: ['exporterMember']",
    why: 'nobody reads the role there',
  },
  {
    file: 'server/returns/import-check.ts',
    was: '[]',
    at: 'head.reference ?? []',
    why: 'the column of the reference is required',
  },
  { file: 'db/seed/disposition-rules.ts', was: "'unknown'", why: 'the compiler refuses it' },
  { file: 'db/atomically.ts', was: 'Math.min(attempt, 7)', why: 'only how long a random pause is' },
  {
    file: 'db/atomically.ts',
    was: 'raw.inTransaction',
    becomes: 'true',
    why: 'a ROLLBACK that fails is caught',
  },
  {
    file: 'db/write-health.ts',
    was: 'this.#seconds.size > WINDOW_SECONDS',
    why: 'whoever reads forgets, too',
  },
  { file: 'db/transaction-cache.ts', was: 'this.#writes++', why: 'it is only asked whether it changed' },
  { file: 'db/scope.ts', was: '[0]?.n', why: 'a count always has a row' },
  {
    file: 'db/backup.ts',
    was: 'true',
    at: '{ readonly: true, fileMustExist: true }',
    why: 'either way nothing is written to the source, and no file is made',
  },
  {
    file: 'db/wal-checkpoint-thread.ts',
    was: 'size < MIN_WAL_BYTES',
    becomes: 'size <= MIN_WAL_BYTES',
    why: 'one byte of 4 MB',
  },
  { file: 'db/queries/list-parts.ts', was: "'one'", why: 'the name of a column that nobody reads' },
  { file: 'db/queries/text-search.ts', was: "''", at: "[first = '']", why: 'never reached' },
  { file: 'server/access/common-passwords.ts', was: '/\\s+/', why: 'empty words are left out after it' },
  {
    file: 'server/access/devices.ts',
    was: "''",
    at: "{ code: '', nameZh: '', nameEn: '' }",
    why: 'the warehouse exists: a foreign key says so',
  },
  {
    file: 'server/access/accounts.ts',
    was: "''",
    at: "[salt = '', key = '']",
    why: 'what is split always has a first part',
  },
  {
    file: 'server/access/accounts.ts',
    was: 'true',
    at: '{ required: true, input: false }',
    why: 'no door of ours creates users through the library',
  },
  {
    file: 'server/items/serials.ts',
    was: 'serial === item.serial',
    becomes: 'false',
    why: 'a lot has no serial, and no two items of an exporter have the same',
  },
  {
    file: 'server/items/list.ts',
    was: "''",
    at: "row.nameZh ?? row.description ?? '', en: row.nameEn ?? row.description ?? ''",
    why: 'an item has an article or a description',
  },
  {
    file: 'server/access/api-keys.ts',
    was: "''",
    at: "input.organisation ?? ''",
    why: 'whatever is nobody’s code finds nobody',
  },
  {
    file: 'server/identifiers/digital-link.ts',
    was: '[]',
    at: "key?.ai ?? ''] ?? []",
    why: 'no key is called so',
  },
  {
    file: 'db/open.ts',
    was: 'got !== wanted',
    becomes: 'false',
    why: 'every SQLite at hand answers what was asked for; the check is for one that does not',
  },
  { file: 'db/row-policy.ts', was: '/_grams$/', becomes: '/_grams/', why: 'no table has it in its middle' },
  { file: 'server/workflow/engine.ts', was: "'\\n'", why: 'it parts the lines of a start that failed' },
  {
    file: 'server/identifiers/gs1.ts',
    was: '/^(\\](?:C1|d2|Q3|e\\d|J1))?([\\s\\S]*)$/',
    why: 'both parts may be empty, so that it fits where the text begins, with ^ and without',
  },
  {
    file: 'db/generate-migrations.ts',
    was: '!/^[a-z][a-z0-9-]*$/.test(name)',
    why: 'a command of engineers, which tests run in a process of its own',
  },
  {
    file: 'db/queries/text-search.ts',
    was: "dialect === 'postgres'",
    at: "dialect === 'postgres'",
    becomes: 'false',
    why: 'these tests run on SQLite, where it is false; journeys/search runs on both',
  },
  {
    file: 'server/items/list.ts',
    was: '[row.taxReliefUntil, row.supervisionUntil].filter((date) => date !== null).sort()',
    why: 'relief begins with the earliest paper and ends half a year before supervision does: they stand in order',
  },
  {
    file: 'labels/shipping-label.ts',
    was: 'lines.length > 4',
    becomes: 'true',
    why: 'fewer lines get an empty one behind them, which is not drawn',
  },
  {
    file: 'db/open.ts',
    was: "'select pg_advisory_lock(7307)'",
    why: 'these tests run on SQLite; two servers that migrate at once are in the list made by hand',
  },
  {
    file: 'db/generate-migrations.ts',
    was: "'sqlite'",
    why: 'a command of engineers, which tests run in a process of its own',
  },
  {
    file: 'server/items/effects-repair.ts',
    was: "''",
    at: "row.ticketId ?? ''",
    why: 'what is sent out has a ticket',
  },
];

/** From where to where, in a text, each piece that is meant stands. */
const placesIn = (text: string, piece: string): (readonly [number, number])[] =>
  text
    .split(piece)
    .slice(0, -1)
    .reduce<(readonly [number, number])[]>((found, before) => {
      const from = (found.at(-1)?.[1] ?? 0) + before.length;
      return found.concat([[from, from + piece.length]]);
    }, []);

/** What is wrong with a reason: it speaks of what is not there any more, or of more than it was thought of. */
export function faultOf({ file, was, at }: Reason): string | undefined {
  const text = existsSync(join(root, file)) ? read(file) : '';
  if (at !== undefined && !at.includes(was)) return `${file}: ${at} does not hold ${was}`;
  const places = placesIn(text, at ?? was).length;
  if (places === 0) return `${file} does not hold ${at ?? was} any more`;
  return at === undefined && places > 1 ? `${file} holds ${was} ${places} times: say at which` : undefined;
}

export function reasonFor(mutant: Mutant): string | undefined {
  const whole = read(mutant.file);
  const [from, to] = spanOf(mutant);
  const text = whole.slice(from, to);
  const isAt = (piece: string) => placesIn(whole, piece).some(([a, b]) => a <= from && to <= b);
  return reasons.find(
    ({ file, was, becomes, at }) =>
      file === mutant.file &&
      was === text &&
      (becomes === undefined || becomes === mutant.replacement) &&
      (at === undefined || isAt(at)),
  )?.why;
}
