import { setPriority } from 'node:os';
import { ownSheets as ownExportSheets, readExportSheet } from './exported-orders/read-sheet.ts';
import { exportColumns } from './exported-orders/sheet-columns.ts';
import { type ExportSheetAsked, type PackedExports, packedExports } from './exported-orders/sheet-worker.ts';
import { stockColumns } from './opening-stock/columns.ts';
import { ownSheets as ownStockSheets, readStockSheet } from './opening-stock/read-sheet.ts';
import { type PackedStock, packedStock, type StockSheetAsked } from './opening-stock/sheet-worker.ts';
import { giveBackMemory } from './read-worker/give-back.ts';
import { importColumns } from './returns/import-columns.ts';
import { ownSheets as ownReturnSheets, readSheet } from './returns/import-sheet.ts';
import { type PackedSheet, packed, type SheetAsked } from './returns/sheet-worker.ts';
import { readSkuSheet } from './skus/import-sheet.ts';
import { type PackedSkus, packedSkus, type SkuSheetAsked } from './skus/sheet-worker.ts';
import { type MarkInThread, markSheet } from './spreadsheets/mark-sheet.ts';

// Where cores are short, the scans go before this thread. Linux alone can say that of one thread.
if (process.platform === 'linux') setPriority(10);

const tables = {
  returns: { columns: importColumns, examples: ownReturnSheets },
  exports: { columns: exportColumns, examples: ownExportSheets },
  stock: { columns: stockColumns, examples: ownStockSheets },
};

/** The thread that reads spreadsheets; it knows no database. */
export async function read({ file, ...known }: SheetAsked): Promise<PackedSheet> {
  try {
    return packed(await readSheet(file, known));
  } finally {
    giveBackMemory();
  }
}

/** The same file with its faults marked. */
export async function mark({ of, ...asked }: MarkInThread): Promise<Uint8Array | undefined> {
  try {
    return await markSheet({ ...asked, ...tables[of] });
  } finally {
    giveBackMemory();
  }
}

export async function readSkus({ file, answers }: SkuSheetAsked): Promise<PackedSkus> {
  try {
    return packedSkus(await readSkuSheet(file, answers));
  } finally {
    giveBackMemory();
  }
}

/** The same of exported orders. */
export async function readExports({ file, ...known }: ExportSheetAsked): Promise<PackedExports> {
  try {
    return packedExports(await readExportSheet(file, known));
  } finally {
    giveBackMemory();
  }
}

/** The same of opening stock. */
export async function readStock({ file, ...known }: StockSheetAsked): Promise<PackedStock> {
  try {
    return packedStock(await readStockSheet(file, known));
  } finally {
    giveBackMemory();
  }
}
