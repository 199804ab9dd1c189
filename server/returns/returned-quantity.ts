import type { Resemblance } from '../spreadsheets/header.ts';

/** Of a header written plainly (plainName). What stands in brackets behind it is its unit. */
const withoutUnit = (name: string) =>
  name.replace(/\((件|个|双|套|台|部|只|pcs|pieces|units?)\)$/, '').replace(/[.。]$/, '');

const counts =
  /数量|件数|数目|个数|[数量]$|qty|quantit|units|pieces|pcs|items$|items(returned|refunded)|numberof|no\.?of|count$/;
const noCount =
  /单位|金额|单价|价格|费|率|单数|质量|重量|原因|日期|单号|编号|amount|price|fee|rate$|value|cost|weight|reason|date|type|status/;
const comesBack = /退|返|售后|^申请|return|refund|rma|sentback|comeback/;
/** A word for coming back alone, over numbers. */
const alone = /^(退货|退回|退件|实退|returned|returns|refunded|refunds)$/;
/** Of what comes back another number than the one that comes back now. */
const notNow =
  /可退|未退|待退|不退|剩余|最多|最大|累计|历史|returnable|refundable|unreturned|notreturned|remaining|left|max/;
const wasSold =
  /销售|卖出|售出|购买|购入|订购|订单|下单|原单|出口|发货|成交|sold|order|purchas|lineitem|bought|shipped|sale|export|dispatch/;
const nothingMore =
  /^(商品|产品|货品|sku|item|product|total|总)?(数量|件数|个数|数目|quantity|qty|units|pieces|pcs|count)$/;

/** What a header of a spreadsheet of returns says of a number of articles, by its words, in either script and language. */
export function returnedQuantity(name: string, cells: readonly string[]): Resemblance | undefined {
  const said = withoutUnit(name);
  if (alone.test(said)) return cells.length > 0 && cells.every(isCount) ? 'meant' : undefined;
  if (nothingMore.test(said)) return 'perhaps';
  if (!counts.test(said) || noCount.test(said)) return undefined;
  if (notNow.test(said)) return 'other';
  if (comesBack.test(said)) return 'meant';
  return wasSold.test(said) ? 'doubtful' : 'other';
}
const isCount = (cell: string) => /^\d{1,5}$/.test(cell.normalize('NFKC').trim());
