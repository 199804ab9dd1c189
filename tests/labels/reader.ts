import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
await prepareZXingModule({
  overrides: { wasmBinary: new Uint8Array(wasm).buffer },
  fireImmediately: true,
});

/** A page in grey (0 black, 255 white), as the driver of a printer of so many dots per inch draws it. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array };

const open = (pdf: Uint8Array) => mupdf.Document.openDocument(pdf, 'application/pdf');

export function picture(pdf: Uint8Array, dpi: number, page = 0): Picture {
  const scale = mupdf.Matrix.scale(dpi / 72, dpi / 72);
  const pixmap = open(pdf).loadPage(page).toPixmap(scale, mupdf.ColorSpace.DeviceGray, false);
  const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()];
  const all = pixmap.getPixels();
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(all.subarray(y * stride, y * stride + width), y * width);
  return { width, height, grey };
}

/** A thermal head burns a dot or does not. */
function burnt({ width, height, grey }: Picture): ImageData {
  const dots = new Uint32Array(grey.length).fill(0xffffffff);
  // Opaque black, whichever byte of a number comes first.
  const [black = 0] = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer);
  for (let i = 0; i < grey.length; i++) if ((grey[i] ?? 255) < 128) dots[i] = black;
  const data = new Uint8ClampedArray(dots.buffer);
  return { width, height, data, colorSpace: 'srgb' };
}

export const findCodes = (seen: Picture): Promise<ReadResult[]> =>
  readBarcodes(burnt(seen), { tryHarder: true, maxNumberOfSymbols: 60 });

/**
 * Where the codes are that we print: black on white, and large enough to be found without making the picture smaller. That
 * nothing else on the page reads as a code is asked by `scan`.
 */
export const findOurCodes = (seen: Picture): Promise<ReadResult[]> =>
  readBarcodes(burnt(seen), {
    maxNumberOfSymbols: 60,
    tryHarder: true,
    tryInvert: false,
    tryDownscale: false,
  });

/** What the codes on a screenshot say. */
export const readScreenshot = async (png: Uint8Array) => (await readBarcodes(png)).map(({ text }) => text);

/** Every barcode on the page as "Format text", in alphabetical order. */
export const scan = async (seen: Picture) =>
  (await findCodes(seen)).map(({ format, text }) => `${format} ${text}`).sort();

export const pageCount = (pdf: Uint8Array) => open(pdf).countPages();

/** Size of a page in mm. */
export function sizeOf(pdf: Uint8Array, page = 0) {
  const [left, top, right, bottom] = open(pdf).loadPage(page).getBounds();
  const mm = (points: number) => Math.round(points * 2540) / 7200;
  return [mm(right - left), mm(bottom - top)];
}

export const rootOf = (pdf: Uint8Array) => new mupdf.PDFDocument(pdf).getTrailer().get('Root');

/** One character of the text layer; lengths in mm from the upper left corner. */
export type Letter = {
  readonly character: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
};

export function lettersOf(pdf: Uint8Array, page = 0): Letter[] {
  const letters: Letter[] = [];
  const mm = (points: number) => (points * 25.4) / 72;
  open(pdf)
    .loadPage(page)
    .toStructuredText('')
    .walk({
      onChar: (character, [x, y], _font, size, quad) => {
        letters.push({ character, x: mm(x), baseline: mm(y), width: mm(quad[2] - quad[0]), size: mm(size) });
      },
    });
  return letters;
}

/** The text layer, without blanks and line ends. */
export const textOf = (pdf: Uint8Array, page = 0) =>
  lettersOf(pdf, page)
    .map(({ character }) => character)
    .join('')
    .replace(/\s/g, '');
