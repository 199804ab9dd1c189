import { eq } from 'drizzle-orm';
import { exportedLines } from '../../db/schema/exported.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { riskFlags } from '../../db/schema/risks.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { ok } from '../journeys/road.ts';
import { type House, newScan } from '../world.ts';
import { kitesOwn, whalesOwn } from './canaries.ts';

/** An order that an exporter exported, and a risk noted against one of their returns. @returns their ids */
export async function anExport(at: House, exporter: 'whale' | 'kite', order: string) {
  // The staff of all warehouses see it.
  const mark = exporter === 'kite' ? kitesOwn : whalesOwn;
  const { id: orderId } = await ok(
    at.call(exporter, 'POST /api/v1/exported-orders', {
      ...{ scanId: newScan(), number: 'EXPORTED-1', country: 'TH', platform: mark },
      lines: [
        { sku: 'SHIRT', quantity: 9 },
        { sku: 'X-1', quantity: 1, serial: 'SERIAL-EX-1' },
      ],
    }),
  );
  const risk = newScan();
  await at.database.as(systemViewer).atomically(async (tx) => {
    const line = await tx.first(exportedLines, eq(exportedLines.orderId, orderId));
    const returned = await tx.first(returnOrders, eq(returnOrders.code, order));
    if (!line || !returned) throw new Error('Both were written a moment ago.');
    const about = { exporterId: exporter, orderId: returned.id, exportedLineId: line.id };
    const raised = { raisedBy: 'wang', raisedAt: at.deps.now() };
    await tx.add(riskFlags, { id: risk, ...about, exported: 9, back: 10, note: mark, ...raised });
  });
  return { exported: orderId, risk };
}
