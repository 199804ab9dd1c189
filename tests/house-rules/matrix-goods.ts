import { aReturn, shipmentAsk } from '../journeys/road.ts';
import {
  common,
  everybody,
  exporters,
  floor,
  found,
  inSheets,
  isExporter,
  lead,
  nothing,
  onConsignments,
  once,
  onShipments,
  onTickets,
  owners,
  type Row,
  real,
  repairers,
  total,
  vendors,
} from './matrix-row.ts';

const estimate = { version: 1, totalMinor: 1, currency: 'CNY' };
export const ofGoods = {
  'POST /api/v1/scans': {
    may: floor,
    ask: ({ stored }) => ({ ...once(), text: stored }),
    tell: ({ hit }) => hit.kind,
    answers: ['yes item', 'yes unknown', 'yes unknown'],
  },
  'GET /api/v1/items': {
    may: owners,
    ask: ({ stored }) => ({ search: stored }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/items',
    { may: owners, ask: ({ stored }) => ({ search: stored }) },
    ({ stored }) => stored,
  ),
  'GET /api/v1/items/:code': { may: owners, ask: ({ stored }) => ({ code: stored }) },
  'GET /api/v1/items/:code/history': { may: owners, ask: ({ stored }) => ({ code: stored }) },
  'POST /api/v1/items/:code/steps': {
    may: owners,
    ask: ({ going, asked }, role) =>
      isExporter(role)
        ? { ...once(), code: asked, step: 'instruct', seen: 0, disposition: 'RTS' }
        : { ...once(), code: going, step: 'hold', kind: 'quality' },
  },
  'GET /api/v1/return-orders': {
    may: owners,
    ask: ({ order }) => ({ search: order }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/return-orders',
    { may: owners, ask: ({ order }) => ({ search: order }) },
    ({ order }) => order,
  ),
  'POST /api/v1/return-orders': {
    may: exporters,
    ask: ({ sku, warehouse }) => ({ ...aReturn([{ sku }]), warehouse }),
    answers: common,
  },
  'GET /api/v1/return-orders/template.csv': { may: exporters, ask: nothing, answers: common },
  'GET /api/v1/return-orders/template.xlsx': { may: exporters, ask: nothing, answers: common },
  'POST /api/v1/return-orders/imports': {
    may: exporters,
    ask: ({ warehouse }) => ({ ...once(), warehouse }),
    answers: common,
    file: 'spreadsheet',
  },
  'POST /api/v1/return-orders/imports/marked': {
    may: exporters,
    ask: ({ warehouse }) => ({ warehouse }),
    answers: common,
    file: 'spreadsheet',
  },
  'DELETE /api/v1/return-orders/layouts/:header': {
    may: exporters,
    ask: () => ({ header: 'sheet-header' }),
    answers: common,
  },
  'GET /api/v1/return-orders/imports/:scanId': {
    may: exporters,
    ask: ({ imported }) => ({ scanId: imported }),
  },
  'GET /api/v1/return-orders/:code': { may: owners, ask: ({ order }) => ({ code: order }) },
  'POST /api/v1/return-orders/:code/steps': {
    may: `${lead} ${exporters}`,
    ask: ({ draft, review }, role) =>
      isExporter(role)
        ? { ...once(), code: draft, step: 'submit' }
        : { ...once(), code: review, step: 'approve', seen: 0 },
  },
  'GET /api/v1/tickets': {
    may: onTickets,
    ask: ({ ticket }) => ({ search: ticket }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/tickets',
    { may: onTickets, ask: ({ ticket }) => ({ search: ticket }) },
    ({ ticket }) => ticket,
  ),
  'GET /api/v1/tickets/:code': { may: onTickets, ask: ({ ticket }) => ({ code: ticket }) },
  'POST /api/v1/tickets/:code/steps': {
    may: `${repairers} exporterAdmin`,
    ask: ({ ticket, ticketSeen }, role) => ({
      ...{ ...once(), code: ticket },
      ...(isExporter(role)
        ? { step: 'approve', seen: 0, estimate }
        : { step: 'quote', seen: Number(ticketSeen), labour: 1, parts: 1 }),
    }),
  },
  'GET /api/v1/consignments': {
    may: onConsignments,
    ask: nothing,
    answers: found,
    tell: ({ rows }, { open }) => rows.filter((row: { code: string }) => row.code === open).length,
  },
  ...inSheets('GET /api/v1/consignments', { may: onConsignments, ask: nothing }, ({ open }) => open),
  'GET /api/v1/consignments/:code': { may: onConsignments, ask: ({ open }) => ({ code: open }) },
  'POST /api/v1/consignments/:code/steps': {
    may: `storekeeper ${lead}`,
    ask: ({ open, openSeen }) => ({ ...once(), code: open, step: 'close', seen: Number(openSeen) }),
  },
  'GET /api/v1/shipments': {
    may: onShipments,
    ask: ({ shipment }) => ({ search: shipment }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/shipments',
    { may: onShipments, ask: ({ shipment }) => ({ search: shipment }) },
    ({ shipment }) => shipment,
  ),
  'POST /api/v1/shipments': {
    may: lead,
    // Each item asks for the permission again; before an empty shipment the route's own stands alone.
    ask: ({ exporter, stored }, role) => ({
      ...shipmentAsk('resale', lead.split(' ').includes(role) ? [stored] : []),
      exporter: real(exporter),
    }),
  },
  'GET /api/v1/shipments/:code': { may: onShipments, ask: ({ shipment }) => ({ code: shipment }) },
  'POST /api/v1/shipments/:code/steps': {
    may: `packer ${lead}`,
    ask: ({ shipment, shipmentSeen }) => ({
      ...{ ...once(), code: shipment },
      ...{ step: 'close', seen: Number(shipmentSeen), cartons: 1 },
    }),
  },
  'POST /api/v1/receipts': {
    may: `receiver ${lead}`,
    ask: ({ place, exporter }) => ({
      ...once(),
      location: place,
      exporter: real(exporter),
      description: '盒',
    }),
  },
  'GET /api/v1/parcels': {
    may: owners,
    ask: ({ parcel }) => ({ search: parcel }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/parcels',
    { may: owners, ask: ({ parcel }) => ({ search: parcel }) },
    ({ parcel }) => parcel,
  ),
  'GET /api/v1/parcels/:code': { may: owners, ask: ({ parcel }) => ({ code: parcel }) },
  'POST /api/v1/parcels': {
    may: `receiver ${lead}`,
    ask: ({ place, order }) => ({ ...once(), location: place, order }),
  },
  'POST /api/v1/parcels/:code/steps': {
    may: `receiver ${lead}`,
    ask: ({ parcel }) => ({ ...once(), code: parcel, step: 'describe', seal: 'S1' }),
  },
  'POST /api/v1/parcels/:code/counts': {
    may: `receiver ${lead}`,
    ask: ({ parcel, order }) => ({ ...once(), code: parcel, order, line: 6, more: -1 }),
  },
  'POST /api/v1/parcels/:code/photos': {
    may: floor,
    ask: ({ parcel }) => ({ ...once(), code: parcel }),
    file: 'picture',
  },
  'POST /api/v1/return-orders/:code/photos': {
    may: floor,
    ask: ({ order }) => ({ ...once(), code: order }),
    file: 'picture',
  },
  'POST /api/v1/locations/:code/photos': {
    may: floor,
    ask: ({ place }) => ({ ...once(), code: place }),
    file: 'picture',
  },
  'POST /api/v1/items/:code/photos': {
    may: floor,
    ask: ({ stored }) => ({ ...once(), code: stored }),
    file: 'picture',
  },
  'POST /api/v1/tickets/:code/photos': {
    may: repairers,
    ask: ({ ticket }) => ({ ...once(), code: ticket }),
    file: 'picture',
  },
  'GET /api/v1/photos/:id': { may: everybody, ask: ({ ticketPhoto }) => ({ id: ticketPhoto }) },
  'GET /api/v1/photos/:id/thumbnail': { may: everybody, ask: ({ ticketPhoto }) => ({ id: ticketPhoto }) },
  'GET /api/v1/notices': { may: `administrator ${exporters} ${vendors}`, ask: nothing, answers: common },
  'POST /api/v1/notices/reading': {
    may: `administrator ${exporters} ${vendors}`,
    ask: () => ({ ids: [] }),
    answers: common,
  },
  'GET /api/v1/labels/items.pdf': { may: owners, ask: ({ stored }) => ({ codes: stored }) },
  'GET /api/v1/labels/locations.pdf': { may: floor, ask: ({ place }) => ({ codes: place }) },
  'GET /api/v1/return-orders/:code/slip.pdf': { may: owners, ask: ({ order }) => ({ code: order }) },
  'GET /api/v1/shipments/:code/label.pdf': { may: onShipments, ask: ({ shipment }) => ({ code: shipment }) },
  'GET /api/v1/consignments/:code/list.pdf': { may: onConsignments, ask: ({ open }) => ({ code: open }) },
  'GET /api/v1/items/:code/places': {
    may: `receiver inspector storekeeper technician ${lead}`,
    ask: ({ stored }) => ({ code: stored }),
  },
} satisfies Record<string, Row>;
