import { messages } from './messages.ts';
import { openingColumns } from './office/opening.ts';
import { exported } from './portal/exported.ts';
import { importing } from './portal/import.ts';

const ofExports = ({ number, waybill }: { readonly number: string; readonly waybill: string }) => ({
  number,
  waybill,
});

/** What is asked and said of a spreadsheet, whatever it is of. */
export const sheetWords = messages(
  'sheets',
  { import: importing.zh, exported: ofExports(exported.zh), stock: openingColumns.zh },
  { import: importing.en, exported: ofExports(exported.en), stock: openingColumns.en },
);
