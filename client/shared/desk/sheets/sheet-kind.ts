import { createContext, useContext } from 'react';
import { useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';

/** Which columns a kind of spreadsheet has, and which of them it must have. */
export interface SheetKind {
  readonly columns: readonly string[];
  readonly needed: readonly string[];
}

const exportPapers = ['exportDocument', 'exportLine', 'exportMode', 'exportDate', 'releaseDate'] as const;
export const sheetOfReturns: SheetKind = {
  columns: [
    ...['reference', 'sku', 'quantity', 'salesOrder', 'orderLine', 'serial', 'imei2', 'reason', 'reasonText'],
    ...['wish', 'country', 'platform', 'carrier', 'waybill', ...exportPapers],
  ],
  needed: ['reference', 'sku', 'quantity'],
};
export const sheetOfExports: SheetKind = {
  columns: [
    ...['number', 'sku', 'quantity', 'platform', 'country', 'waybill', 'serial', 'imei2'],
    ...exportPapers,
  ],
  needed: ['number', 'sku'],
};

export const sheetOfStock: SheetKind = {
  columns: [
    ...['exporter', 'sku', 'quantity', 'serial', 'imei2', 'location', 'grade', 'disposition', 'hazard'],
    ...['customsStatus', ...exportPapers, 'receivedOn', 'ownNumber', 'remark'],
  ],
  needed: ['sku', 'location'],
};

/** The kind of spreadsheet that a page imports. */
export const SheetKindOf = createContext(sheetOfReturns);

const others: Readonly<Record<string, 'exported.number' | 'exported.waybill'>> = {
  number: 'exported.number',
  waybill: 'exported.waybill',
};

/** The columns of a template, as the person reads them. */
export function useColumnName(): (column: string) => string {
  const t = useWords(sheetWords);
  const kind = useContext(SheetKindOf);
  const names = sheetWords.zh.import.columns;
  return (column) => {
    const other = kind === sheetOfExports ? others[column] : undefined;
    if (other) return t(other);
    if (kind === sheetOfStock && column in sheetWords.zh.stock) return t(`stock.${column as 'location'}`);
    return column in names ? t(`import.columns.${column as 'sku'}`) : column;
  };
}
