import * as mupdf from 'mupdf';

const mm = (points: number, digits = 1) => ((points * 25.4) / 72).toFixed(digits);
type Box = [left: number, top: number, right: number, bottom: number];

/** Where a path goes on the page, in points; of how many rectangles it is made, and how wide the narrowest is. */
function boxOf(path: mupdf.Path, [a, , , d, e, f]: mupdf.Matrix) {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  let [rects, least, beginX, beginY] = [0, Infinity, 0, 0];
  const meets = (x: number, y: number) => {
    const [left, top] = [a * x + e, d * y + f];
    box[0] = Math.min(box[0], left);
    box[1] = Math.min(box[1], top);
    box[2] = Math.max(box[2], left);
    box[3] = Math.max(box[3], top);
  };
  path.walk({
    moveTo: (x: number, y: number) => {
      rects++;
      [beginX, beginY] = [x, y];
      meets(x, y);
    },
    lineTo: (x: number, y: number) => {
      for (const side of [a * (x - beginX), d * (y - beginY)])
        if (Math.abs(side) > 1e-6) least = Math.min(least, Math.abs(side));
      meets(x, y);
    },
  });
  return { box, rects, least };
}

const inkOf = (colour: readonly number[]) => {
  const hex = colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return hex === '000000' ? '' : ` #${hex}`;
};

/**
 * What a page shows, in mm, as an independent reader finds it: a line for each text (place, size, whether bold), each
 * bar and line, and the room of each barcode. For people to compare.
 */
export function drawnOn(pdf: Uint8Array, page: number): string {
  const lines: string[] = [];
  const device = new mupdf.Device({
    fillText(text, ctm, _space, colour) {
      let [said, at] = ['', ''];
      text.walk({
        showGlyph(_font: unknown, trm: mupdf.Matrix, _glyph: number, unicode: number) {
          const [, , , size, x, y] = mupdf.Matrix.concat(trm, ctm);
          at ||= `${mm(x)} ${mm(y)} (${mm(Math.abs(size))})`;
          said += String.fromCodePoint(unicode);
        },
      });
      lines.push(`${at} ${said}${inkOf(colour)}`);
    },
    // Bold is the same text once more, as an outline.
    strokeText: () => {
      lines.push(`${lines.pop()} bold`);
    },
    fillPath(path, _evenOdd, ctm, _space, colour) {
      const { box, rects, least } = boxOf(path, ctm);
      const [left, top, right, bottom] = box;
      const place = `${mm(left)} ${mm(top)} ${mm(right - left)} × ${mm(bottom - top)}`;
      lines.push(
        rects === 1
          ? `▬ ${place}${inkOf(colour)}`
          : `▦ ${place}, ${rects} bars, the narrowest ${mm(least, 3)}`,
      );
    },
  });
  mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(page).run(device, mupdf.Matrix.identity);
  device.close();
  return lines.join('\n');
}
