import { documentNumber } from '../exported-orders/export-facts.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { writtenOtherwise } from './as-written.ts';
import type { LineAsk, OrderAsk } from './submit.ts';

const tidied = (text: string | undefined) => (text === undefined ? undefined : tidyIdentifier(text));
/** Without what nobody said. */
const said = <O extends object>(all: O): Partial<O> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<O>;
type Named = Parameters<typeof writtenOtherwise>[0];
const withWritten = <A extends Named & Pick<LineAsk, 'asWritten'>>(asked: A, kept: Partial<A>): A => {
  const asWritten = writtenOtherwise(asked, { ...asked, ...kept }, asked.asWritten);
  return { ...asked, ...kept, ...(asWritten ? { asWritten } : {}) };
};

/** A line as it is kept, whether it came by form, API or sheet: its numbers in one way of writing, and beside them how they were written. */
function lineAsKept(ask: LineAsk): LineAsk {
  const { sku, serial, imei2, salesOrder, exportDocument: document } = ask;
  const exportDocument = document === undefined ? undefined : documentNumber(tidyIdentifier(document));
  const numbers = { serial: tidied(serial), imei2: tidied(imei2), salesOrder: tidied(salesOrder) };
  return withWritten(ask, { sku: tidyIdentifier(sku), ...said({ ...numbers, exportDocument }) });
}

export const asKept = <A extends Pick<OrderAsk, 'reference' | 'waybill' | 'asWritten' | 'lines'>>(
  ask: A,
): A => {
  const head = said({ reference: tidied(ask.reference), waybill: tidied(ask.waybill) });
  return { ...withWritten(ask, head as Partial<A>), lines: ask.lines.map(lineAsKept) };
};

/** A line with the code that its SKU has in the catalogue, where it was written in other letters: zy-ht-sun. */
export function withOwnCode(line: LineAsk, known: ReadonlyMap<string, { readonly code: string }>): LineAsk {
  const code = known.get(line.sku)?.code;
  return code === undefined || code === line.sku ? line : withWritten(line, { sku: code });
}
