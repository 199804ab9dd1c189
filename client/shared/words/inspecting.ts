import type { Words } from '../../../server/words/words.ts';
import { messages } from './messages.ts';

/** What the inspection says of scans while a thing is in hand, and of what is held. */
export const inspecting = messages(
  'inspecting',
  {
    noted: '序列号 {{serial}} 已记下',
    notedOtherForm: '序列号 {{serial}} 已记下，格式不符，提交后挂起',
    notedOther: '已记下，提交后挂起：预报 {{expected}}，实物 {{seen}}',
    another: '序列号不符：预报 {{expected}}，实物 {{seen}}',
    anotherWhy: '核对实物。确实是它，就再扫一次同一个码；提交后会挂起，等主管核对。',
    notItsSerial: '这不是这件的序列号',
    hasNone: '这件没有序列号',
    hasNoneWhy: '“{{name}}”不按序列号管理，扫到的是别的码。',
    hasNoneNext: '不用扫，继续回答问题。',
    otherLabel: '标签对不上',
    otherLabelWhy: '条码是“{{scanned}}”，手上是“{{inHand}}”。',
    otherLabelNext: '核对实物。拿错了，就扫手上这件的标签。',
    otherItem: '这个码是另一件的：{{thing}}',
    otherItemNext: '手上还是 {{inHand}}。要换成另一件，再扫一次同一个码。',
    turned: '已换成：{{thing}}。{{before}} 还没检',
    butHeld: '{{done}}，但已挂起：{{why}}',
    held: '{{thing}}，已挂起：{{why}}',
    notHere: '这里不能扫这个',
  },
  {
    noted: 'Serial {{serial}} noted',
    notedOtherForm: 'Serial {{serial}} noted; wrong format, so it will be on hold',
    notedOther: 'Noted; it will be on hold: announced {{expected}}, on the item {{seen}}',
    another: 'Serial does not match: announced {{expected}}, on the item {{seen}}',
    anotherWhy:
      'Check the item. If it really is this one, scan the same code again; it goes on hold for a supervisor.',
    notItsSerial: 'Not the serial of this item',
    hasNone: 'This item has no serial',
    hasNoneWhy: '"{{name}}" has no serial numbers; what was scanned is another code.',
    hasNoneNext: 'No scan is needed: go on with the questions.',
    otherLabel: 'The label does not match',
    otherLabelWhy: 'The barcode is "{{scanned}}"; in your hand is "{{inHand}}".',
    otherLabelNext: 'Check the item. If it is the wrong one, scan the label of the item in your hand.',
    otherItem: 'This code is another item’s: {{thing}}',
    otherItemNext: 'In hand is still {{inHand}}. To change to the other one, scan the same code again.',
    turned: 'Changed to: {{thing}}. {{before}} is not inspected yet',
    butHeld: '{{done}}, but on hold: {{why}}',
    held: '{{thing}}, on hold: {{why}}',
    notHere: 'Cannot be scanned here',
  },
);

/** One of these sentences in both languages, of which each is filled with words of its own. */
export const inBoth = (
  fill: (say: ReturnType<typeof inspecting.in>, language: 'zh' | 'en') => string,
): Words => ({
  zh: fill(inspecting.in('zh-CN'), 'zh'),
  en: fill(inspecting.in('en'), 'en'),
});
