import type { ReadResult } from 'zxing-wasm/reader';
import { findOurCodes, type Letter, lettersOf, type Picture, picture } from './reader.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const boxOf = ({ x, baseline, width, size }: Letter): Box => ({
  left: x + width * 0.05,
  right: x + width * 0.95,
  top: baseline - size * 0.7,
  bottom: baseline,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function around({ position }: ReadResult, dpi: number): Box {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const mm = (dots: number) => (dots * 25.4) / dpi;
  return {
    left: mm(Math.min(...corners.map(({ x }) => x))),
    right: mm(Math.max(...corners.map(({ x }) => x))),
    top: mm(Math.min(...corners.map(({ y }) => y))),
    bottom: mm(Math.max(...corners.map(({ y }) => y))),
  };
}

/** Is there ink nearer to an edge than so many mm? */
function inkAtTheEdge({ width, height, grey }: Picture, margin: number) {
  const isInside = (at: number, length: number) => at >= margin && at < length - margin;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Of a row between the edges, only the ends are looked at.
      if (isInside(y, height) && isInside(x, width)) x = Math.ceil(width - margin);
      if (x < width && (grey[y * width + x] ?? 255) < 200) return true;
    }
  return false;
}

/** What is wrong with a page: characters on top of each other or of a barcode, ink at the edge. */
export async function faultsOf(pdf: Uint8Array, page: number, edge: number): Promise<string[]> {
  const dpi = 203;
  const seen = picture(pdf, dpi, page);
  const faults = inkAtTheEdge(seen, (edge * dpi) / 25.4) ? ['ink at the edge'] : [];
  const [right, bottom] = [(seen.width * 25.4) / dpi - edge, (seen.height * 25.4) / dpi - edge];
  const letters = lettersOf(pdf, page)
    .filter(({ character }) => character.trim())
    .map((letter) => ({ letter, character: letter.character, box: boxOf(letter) }));
  for (const { character, box } of letters)
    if (box.left < edge || box.top < edge || box.right > right || box.bottom > bottom)
      faults.push(`${character} is outside`);
  faults.push(...collisions(letters));
  for (const code of await findOurCodes(seen)) {
    const its = around(code, dpi);
    for (const { character, box } of letters)
      if (meet(box, its)) faults.push(`${character} is in ${code.text}`);
  }
  return faults;
}

function collisions(letters: readonly { letter: Letter; character: string; box: Box }[]): string[] {
  const faults: string[] = [];
  for (const [i, one] of letters.entries())
    for (let j = i + 1; j < letters.length; j++) {
      const other = letters[j];
      if (!other || !meet(one.box, other.box)) continue;
      // Neighbours in a line may be kerned into each other.
      const areNeighbours = j === i + 1 && other.letter.baseline === one.letter.baseline;
      if (!areNeighbours) faults.push(`${one.character} meets ${other.character}`);
    }
  return faults;
}

const pure = (value: number, text: string) => {
  // The rasteriser samples an edge that lies on a dot as up to 1/17 beside it.
  if (value > 16 && value < 239) throw new Error(`half a dot of ink in ${text}`);
  return value < 128;
};

/** A linear barcode along the row through its middle: bars and spaces in dots, and the white around them. */
export function barsOf({ grey, width }: Picture, code: ReadResult) {
  const { topLeft, bottomRight, topRight, bottomLeft } = code.position;
  const row = Math.round((topLeft.y + bottomRight.y + topRight.y + bottomLeft.y) / 4);
  const line = grey.subarray(row * width, (row + 1) * width);
  const white = (from: number, step: 1 | -1) => {
    let at = from;
    while (at >= 0 && at < line.length && (line[at] ?? 0) > 238) at += step;
    return Math.abs(at - from);
  };
  const runs: number[] = [];
  let last: boolean | undefined;
  for (let at = topLeft.x - 1; at <= topRight.x + 1; at++) {
    const ink = pure(line[at] ?? 0, code.text);
    if (ink === last) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else if (ink || last) runs.push(1);
    last = ink;
  }
  const bars = last ? runs : runs.slice(0, -1);
  const length = bars.reduce((sum, bar) => sum + bar, 0);
  const start = Array.from(line).findIndex((value, at) => at >= topLeft.x - 1 && value < 128);
  return { bars, before: white(start - 1, -1), after: white(start + length, 1) };
}
