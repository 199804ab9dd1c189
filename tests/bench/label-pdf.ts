import bwipjs from 'bwip-js';
import PDFDocument from 'pdfkit';
import { fontBytes } from '../../labels/glyphs.ts';
import { type ItemLabel, printItemLabels } from '../../labels/item-label.ts';
import { alternate, median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';

const goods = [
  '蓝牙耳机 BW-200 黑色',
  '智能手机 M8 128G 蓝色',
  '快充移动电源 20000mAh',
  '棉质T恤 白 L',
  '空气炸锅 4.5 升',
];
const labels = Array.from(
  { length: 100 },
  (_, n): ItemLabel => ({
    code: `A7K2M${10_000 + n}`,
    sku: `BW-${200 + n}-BK`,
    name: { zh: goods[n % goods.length] ?? '', en: `Wireless goods ${n}` },
    quantity: 1 + (n % 3),
    serial: `SN2026${100_000 + n}`,
    grade: 'ABC'[n % 3] ?? 'A',
    exporter: { zh: '深圳蓝鲸电子有限公司', en: 'Shenzhen Blue Whale Electronics' },
    date: '2026-11-23',
    hazard: n % 10 === 0,
  }),
);
const mm = (n: number) => (n * 72) / 25.4;

function squares(doc: PDFKit.PDFDocument, code: string) {
  const [qr] = bwipjs.raw({ bcid: 'qrcode', text: code, ...{ eclevel: 'Q' } });
  if (!qr || !('pixs' in qr)) throw new Error('no squares');
  for (let y = 0; y < qr.pixy; y++)
    for (let x = 0; x < qr.pixx; x++) {
      const from = x;
      while (x < qr.pixx && qr.pixs[y * qr.pixx + x]) x++;
      if (x > from) doc.rect(mm(2.2 + from * 0.75), mm(2.4 + y * 0.75), mm((x - from) * 0.75), mm(0.75));
    }
  doc.fill('#000000');
}

/** The same label by hand: every mark at its place, nothing measured, wrapped or checked. */
function byHand(
  doc: PDFKit.PDFDocument,
  { code, sku, name, quantity, serial, grade, exporter, date }: ItemLabel,
) {
  doc.addPage({ size: [mm(60), mm(40)], margin: 0 });
  squares(doc, code);
  const [lines] = bwipjs.raw({ bcid: 'code128', text: code });
  if (!lines || !('sbs' in lines)) throw new Error('no bars');
  let at = 2.2;
  lines.sbs.forEach((bar, i) => {
    if (i % 2 === 0) doc.rect(mm(at), mm(27.1), mm(bar * 0.25), mm(7.5));
    at += bar * 0.25;
  });
  doc.fill('#000000');
  for (const [x, y, width, height] of [
    [45.8, 21.2, 12.2, 0.4],
    [45.8, 37.6, 12.2, 0.4],
    [45.8, 21.2, 0.4, 16.8],
    [57.6, 21.2, 0.4, 16.8],
    [45.8, 21.2, 12.2, 3.8],
  ] as const)
    doc.rect(mm(x), mm(y), mm(width), mm(height)).fill('#000000');
  const say = (text: string, x: number, y: number, size: number, bold = false, ink = '#000000') => {
    doc.font('label').fontSize(mm(size)).fillColor(ink);
    if (bold) doc.strokeColor(ink).lineWidth(mm(size) * 0.035);
    doc.text(text, mm(x), mm(y), { baseline: 'alphabetic', lineBreak: false, fill: true, stroke: bold });
  };
  say(name?.zh ?? '', 22, 5, 3.7, true);
  say(name?.en ?? '', 22, 9, 2.5);
  say(sku ?? '', 22, 12.5, 3, true);
  say(`SN ${serial}`, 22, 16, 2.6);
  say(exporter?.zh ?? '', 22, 19.5, 2.6);
  say(code, 2.2, 25.5, 5.4, true);
  say(date, 2.2, 37.6, 2.6);
  say(`${quantity} 件 pcs`, 34, 37.6, 2.6, true);
  say('等级 Grade', 46.4, 23.9, 2.2, false, '#ffffff');
  say(grade ?? '', 49, 34.5, 11, true);
}

async function floor() {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0) } });
  doc.registerFont('label', Buffer.from(fontBytes()));
  const chunks: Buffer[] = [];
  const ended = new Promise((resolve) =>
    doc.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve),
  );
  for (const label of labels) byHand(doc, label);
  doc.end();
  await ended;
  return Buffer.concat(chunks).length;
}

async function timed(work: () => Promise<unknown>) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A batch of a hundred item labels with Chinese text, against pdfkit and bwip-js by hand. */
export const labelPdf: Bench = {
  name: 'label_pdf',
  async measure() {
    const ours = () => timed(() => printItemLabels(labels, { dpi: 203, language: 'both' }));
    const bare = () => timed(floor);
    for (const warm of [ours, bare, ours, bare]) await warm();
    const found = await alternate(7, ours, bare, (a, b) => b / a);
    const perSecond = (ms: readonly number[]) => 100_000 / median(ms);
    const figures = { ours: perSecond(found.ours), floor: perSecond(found.floor), ratio: found.ratio };
    const note = `batches of 100; ratios ${found.spread}`;
    return [figure('label_pdf', { ...figures, unit: 'labels/s', note }, { ratio: 'at least', than: 0.8 })];
  },
};
