import PDFDocument from 'pdfkit';
import { fontBytes } from './glyphs.ts';
import { points } from './paper.ts';
import type { Ink, Mark, Sheet } from './sheet.ts';

/** A PDF, and the characters that could not be drawn and stand in it as marked boxes. */
export type Printed = { readonly pdf: Uint8Array; readonly missingGlyphs: string[] };

const inks: Record<Ink, string> = { black: '#000000', white: '#ffffff', grey: '#5b6570', pale: '#eef1f4' };

function open(title: string) {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    displayTitle: true,
    // The same label is the same file: no clock in it. The file's id is made from these.
    info: { Title: title, Producer: 'Guihang', Creator: 'Guihang', CreationDate: new Date(0) },
  });
  // pdfkit has no option for it: without it browsers scale a label to the page and its barcode with it.
  const { _root } = doc as unknown as { _root: { data: { ViewerPreferences: { data: object } } } };
  Object.assign(_root.data.ViewerPreferences.data, { PrintScaling: 'None' });
  return doc.registerFont('label', fontBytes());
}

function draw(doc: PDFKit.PDFDocument, mark: Mark) {
  const ink = inks[mark.ink];
  if (mark.kind === 'fill') {
    for (const [x, y, width, height] of mark.rects)
      doc.rect(points(x), points(y), points(width), points(height));
    doc.fill(ink);
    return;
  }
  const size = points(mark.size);
  doc.font('label').fontSize(size).fillColor(ink);
  // One weight is shipped: bold is the regular drawn with an outline.
  if (mark.bold) doc.strokeColor(ink).lineWidth(size * 0.035);
  doc.text(mark.text, points(mark.x), points(mark.baseline), {
    baseline: 'alphabetic',
    lineBreak: false,
    fill: true,
    stroke: mark.bold,
  });
}

/** One page for each sheet, in actual size. Takes time on the event loop: some 10 ms and more. */
export async function toPdf(sheets: readonly Sheet[], title: string): Promise<Printed> {
  const doc = open(title);
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const sheet of sheets) {
    doc.addPage({ size: [points(sheet.paper.width), points(sheet.paper.height)], margin: 0 });
    for (const mark of sheet.marks) draw(doc, mark);
  }
  doc.end();
  await ended;
  const missing = new Set(sheets.flatMap((sheet) => [...sheet.missing]));
  return { pdf: new Uint8Array(Buffer.concat(chunks)), missingGlyphs: [...missing] };
}
