import { entities } from '../server/registry.ts';
import type { Step } from '../server/workflow/workflow.ts';

/** Under which address the steps of each thing with a life are taken. */
const flows: Readonly<Record<string, { readonly steps: Readonly<Record<string, Step>> }>> = {
  items: entities.item.flow,
  'return-orders': entities.returnOrder.flow,
  tickets: entities.ticket.flow,
  consignments: entities.consignment.flow,
  shipments: entities.shipment.flow,
};
interface Seen {
  readonly version?: number;
  readonly estimates?: readonly {
    readonly version: number;
    readonly totalMinor: number;
    readonly currency: string;
  }[];
}

/** What comes with a step that decides: the thing as whoever takes it sees it now, and the estimate that they answer. */
export async function seenBefore(path: string, step: string, look: () => Promise<Seen>): Promise<object> {
  const its: Step | undefined = flows[path]?.steps[step];
  if (!its?.decides) return {};
  const { version: seen = 0, estimates: [newest] = [] } = await look();
  if (!its.names) return { seen };
  const { version = 1, totalMinor = 0, currency = 'CNY' } = newest ?? {};
  return { seen, estimate: { version, totalMinor, currency } };
}
