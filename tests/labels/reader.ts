import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
await prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
  fireImmediately: true,
});

/** A page as a printer of so many dots per inch sees it. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array; readonly png: Uint8Array };

export const open = (pdf: Uint8Array) => mupdf.Document.openDocument(pdf, 'application/pdf');

export function picture(pdf: Uint8Array, dpi: number, page = 0): Picture {
  const scale = mupdf.Matrix.scale(dpi / 72, dpi / 72);
  const pixmap = open(pdf).loadPage(page).toPixmap(scale, mupdf.ColorSpace.DeviceGray, false);
  const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
  const stride = pixmap.getStride();
  const all = pixmap.getPixels();
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(all.subarray(y * stride, y * stride + width), y * width);
  return { width, height, grey, png: pixmap.asPNG() };
}

/** Every barcode in the picture as "Format text", in alphabetical order. */
export async function scan({ png }: Pick<Picture, 'png'>): Promise<string[]> {
  const found = await readBarcodes(png, { tryHarder: true, maxNumberOfSymbols: 30, formats: [] });
  return found.map(({ format, text }) => `${format} ${text}`).sort();
}

export const pages = (pdf: Uint8Array) => open(pdf).countPages();

export const textOf = (pdf: Uint8Array, page = 0) => open(pdf).loadPage(page).toStructuredText('').asText();
