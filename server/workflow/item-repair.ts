import { anywhere, changePlace, type ItemStates, inTheHouse } from './item-shared-ways.ts';

/** At our bench, at a vendor, and back from either: part of the table in item.ts. */
export const repairStates = {
  inRepair: {
    zh: '维修中',
    en: 'In repair',
    phase: 'repair',
    description: 'At a bench in the house, its ticket open.',
    on: {
      finishWork: { target: 'toCheck' },
      ...inTheHouse,
      reportLost: { target: 'lost', actions: ['free the place', 'cancel its ticket', 'tell the exporter'] },
    },
  },
  atVendor: {
    zh: '外修中',
    en: 'At a vendor',
    phase: 'repair',
    description: 'In a vendor’s hands, on the way there or back.',
    on: {
      handOver: { actions: 'it is in the vendor’s hands' },
      takeBack: {
        target: 'toCheck',
        guard: ['its vendor is done with it', 'there is room at this place', 'this place is for receiving'],
        actions: ['take the place', 'it is in our hands', 'close its line in the consignment'],
      },
      undoHandToVendor: {
        target: 'sorted',
        guard: 'it is still in the house',
        actions: ['take it out of the consignment', 'cancel its ticket'],
      },
      ...anywhere,
      reportLost: {
        target: 'lost',
        actions: ['close its line in the consignment', 'cancel its ticket', 'tell the exporter'],
      },
    },
  },
  toCheck: {
    zh: '待复检',
    en: 'To check',
    phase: 'repair',
    description: 'Back from repair; nobody trusts it yet.',
    on: {
      passCheck: {
        target: 'inspected',
        guard: 'it has a repair to check',
        actions: ['grade it', 'hold what is dangerous', 'close its ticket', 'advise where it goes'],
      },
      failCheck: [
        {
          target: 'inRepair',
          guard: ['it has a repair to check', 'its ticket is at our bench'],
          actions: 'send its ticket round again',
        },
        {
          target: 'atVendor',
          guard: ['it has a repair to check', 'its ticket is a vendor’s'],
          actions: ['send its ticket round again', 'add it to the consignment', 'free the place'],
        },
      ],
      ...changePlace,
      ...inTheHouse,
      reportLost: { target: 'lost', actions: ['free the place', 'cancel its ticket', 'tell the exporter'] },
    },
  },
} as const satisfies ItemStates;
