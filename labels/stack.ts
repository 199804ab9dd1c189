import { leading, type Place, type Sheet, write } from './sheet.ts';
import { fitText } from './text.ts';

/** A text in a stack; an extra one gives way when there is no room for all. */
export type Entry = Omit<Place, 'x' | 'y' | 'width' | 'height'> & {
  readonly text: string;
  readonly extra?: boolean;
};
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const MIN_SCALE = 0.6;

function scaled(entry: Entry, width: number, scale: number) {
  const size = Math.max(entry.least ?? 0, entry.size * scale);
  const least = entry.least ?? size;
  const fitted = fitText(entry.text, { ...entry, width, size, least });
  return {
    ...entry,
    size: fitted.size,
    least: fitted.size,
    tall: fitted.lines.length * fitted.size * leading,
  };
}

function arranged(entries: readonly Entry[], { width, height }: Area) {
  for (let scale = 1; ; scale *= 0.95) {
    const laid = entries.map((entry) => scaled(entry, width, scale));
    const fits = laid.reduce((sum, { tall }) => sum + tall, 0) <= height;
    if (fits || scale <= MIN_SCALE) return { laid, fits };
  }
}

/** Texts one below the other, shrunk together until they fit the area; then the extra ones go, the first first. */
export function stack(sheet: Sheet, entries: readonly Entry[], area: Area) {
  let wanted = entries.filter(({ text }) => text);
  let { laid, fits } = arranged(wanted, area);
  for (let extra = wanted.findIndex((entry) => entry.extra); !fits && extra >= 0; ) {
    wanted = wanted.toSpliced(extra, 1);
    ({ laid, fits } = arranged(wanted, area));
    extra = wanted.findIndex((entry) => entry.extra);
  }
  let y = area.y;
  for (const entry of laid) y = write(sheet, entry.text, { ...entry, x: area.x, y, width: area.width });
}
