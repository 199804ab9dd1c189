const asksAgain = (what: string) => `who lacks it lacks, too, what ${what} needs; keys are never given that`;
const asIfItWere = (other: string) =>
  `the ${other} that it is read with is the same exporter’s, and asked about, too`;

/** Locks behind which another lock stands: nobody can notice that one of the two is gone. Each with its reason. */
export const equivalents: Readonly<Record<string, string>> = {
  "needs 'consignments.read' of POST /api/v1/consignments/:code/steps": asksAgain('every step of one'),
  "needs 'returns.read' of POST /api/v1/parcels/:code/steps": asksAgain('every step of one'),
  "needs 'shipments.read' of POST /api/v1/shipments/:code/steps": asksAgain('every step of one'),
  "needs 'items.receive' of POST /api/v1/receipts": asksAgain('the receipt that it ends with'),
  'sees(exported_orders) in "exported order by id"': asIfItWere('organisation'),
  'sees(organisations) in "exported order by id"': asIfItWere('order'),
  'sees(exported_orders) in "exported lines with ids"': asIfItWere('line'),
  'sees(exported_lines) in "exported lines with ids"': asIfItWere('order'),
  'sees(items) in "first items of a return order"': 'the rows themselves are asked about once more',
  'sees(items) no. 2 in "first items of a return order"': 'their ids come from what was asked about already',
  'the sign-in of GET /api/v1/me': 'it looks for the person who asks, and a stranger is no person: 401',
  'the sign-in of POST /api/v1/me/email-verification':
    'it looks for the person who asks, and a stranger is no person: 401',
};
