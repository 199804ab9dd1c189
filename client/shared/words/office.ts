import { messages } from './messages.ts';
import { arrivals } from './office/arrivals.ts';
import { board } from './office/board.ts';
import { consignments } from './office/consignments.ts';
import { item } from './office/item.ts';
import { items } from './office/items.ts';
import { locations } from './office/locations.ts';
import { parcels } from './office/parcels.ts';
import { tickets } from './office/tickets.ts';

/** The office: its rail, its board, and what arrives, lies and is repaired. */
export const office = messages(
  'office',
  {
    rail: {
      label: '一天的工作',
      board: '看板',
      arrivals: '到货',
      parcels: '包裹',
      exported: '出口订单',
      risks: '风险',
      inspection: '质检',
      stock: '货品',
      locations: '货位',
      repair: '维修',
      consignments: '送修批次',
      outbound: '出库',
      settings: '设置',
      handheld: '手持端',
    },
    exposed: '系统正通过未加密的 HTTP 在公网上提供服务，密码可能被截获。请配置 HTTPS 并设置 PUBLIC_URL。',
    board: board.zh,
    arrivals: arrivals.zh,
    parcels: parcels.zh,
    inspection: {
      title: '质检',
      about: '已接收和修回待复检的货品，等最久的在最前。',
      empty: '没有等待质检的货品',
      emptyWhy: '收货完成或修回的货品会出现在这里。',
    },
    items: items.zh,
    item: item.zh,
    signature: {
      waits: '{{by}} 已签字“{{step}}”，等第二人复核',
      mine: '由另一位有权限的人确认。24 小时内有效，货品状态改变即失效。',
      other: '核对无误后确认；24 小时内有效，货品状态改变即失效。',
      confirm: '确认：{{step}}',
      withdraw: '撤回签字',
      refuse: '不同意',
    },
    locations: locations.zh,
    tickets: tickets.zh,
    consignments: consignments.zh,
  },
  {
    rail: {
      label: 'Today’s work',
      board: 'Board',
      arrivals: 'Arrivals',
      parcels: 'Parcels',
      exported: 'Exported',
      risks: 'Risks',
      inspection: 'Inspection',
      stock: 'Items',
      locations: 'Locations',
      repair: 'Repair',
      consignments: 'Consignments',
      outbound: 'Outbound',
      settings: 'Settings',
      handheld: 'Handheld',
    },
    exposed:
      'This system is served over plain HTTP on a public address: passwords can be intercepted. Put HTTPS in front and set PUBLIC_URL.',
    board: board.en,
    arrivals: arrivals.en,
    parcels: parcels.en,
    inspection: {
      title: 'Inspection',
      about: 'Received, or back from repair and to be checked; longest waiting first.',
      empty: 'Nothing is waiting for inspection',
      emptyWhy: 'Items appear here once they are received or back from repair.',
    },
    items: items.en,
    item: item.en,
    signature: {
      waits: '{{by}} signed "{{step}}"; a second person must confirm',
      mine: 'Another person with this permission must confirm. It lapses after 24 hours, or when the item changes state.',
      other: 'Check, then confirm. It lapses after 24 hours, or when the item changes state.',
      confirm: 'Confirm: {{step}}',
      withdraw: 'Withdraw signature',
      refuse: 'Disagree',
    },
    locations: locations.en,
    tickets: tickets.en,
    consignments: consignments.en,
  },
);
