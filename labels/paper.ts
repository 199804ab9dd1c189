/** Resolution of the printer. */
export type Dpi = 203 | 300;

/** Width and height in mm. */
export type Paper = { readonly width: number; readonly height: number };

export const papers = {
  item: { width: 60, height: 40 },
  badge: { width: 85.6, height: 54 },
  location: { width: 100, height: 50 },
  shipping: { width: 100, height: 150 },
  a4: { width: 210, height: 297 },
} as const satisfies Record<string, Paper>;

/** One printer dot in mm. */
export const dot = (dpi: Dpi) => 25.4 / dpi;

/** The nearest whole dot, in mm. */
export const onDot = (mm: number, dpi: Dpi) => Math.round(mm / dot(dpi)) * dot(dpi);

/** mm as PDF points. */
export const points = (mm: number) => (mm * 72) / 25.4;
