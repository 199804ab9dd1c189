import { anywhere, type ItemStates, mayLeave } from './item-shared-ways.ts';

/** From the shelf to the carrier: part of the table in item.ts. */
export const leavingStates = {
  picked: {
    zh: '已拣货',
    en: 'Picked',
    phase: 'leaving',
    description: 'Off its place, for one shipment.',
    on: {
      pack: { target: 'packed', guard: ['nothing holds it', 'its shipment is still open'] },
      putBack: {
        target: 'stored',
        guard: ['there is room at this place', 'this place is made for it'],
        actions: 'take the place it had',
      },
      ...anywhere,
    },
  },
  packed: {
    zh: '已装箱',
    en: 'Packed',
    phase: 'leaving',
    description: 'In a carton with its papers.',
    on: {
      ship: {
        target: 'shipped',
        guard: mayLeave,
        actions: ['it is in the carrier’s hands', 'tell the exporter'],
      },
      unpack: { target: 'picked', guard: 'its shipment is still open' },
      ...anywhere,
    },
  },
  shipped: {
    zh: '已出库',
    en: 'Shipped',
    phase: 'leaving',
    description: 'Handed to a carrier.',
    on: {
      arrive: [
        { target: 'resold', guard: 'it was shipped for resale', actions: 'it has arrived' },
        { target: 'exchanged', guard: 'it was shipped in exchange', actions: 'it has arrived' },
        { target: 'returnedToBuyer', guard: 'it was shipped to its buyer', actions: 'it has arrived' },
        {
          target: 'returnedToExporter',
          guard: 'it was shipped to its exporter',
          actions: 'it has arrived',
        },
      ],
      comeBack: {
        target: 'received',
        guard: ['there is room at this place', 'this place is for receiving'],
        actions: ['take the place', 'it is in our hands', 'drop the promise', 'tell the exporter'],
      },
      reportLost: { target: 'lost', actions: ['drop the promise', 'tell the exporter'] },
    },
  },
} as const satisfies ItemStates;
