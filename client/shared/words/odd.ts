import { messages } from './messages.ts';

/** What the handheld says when a thing is not the one that was announced, or a code means several things. */
export const odd = messages(
  'odd',
  {
    choose: '这个码有几种意思，请选择',
    more: '同一货主还有 {{count}} 张，请扫退货单',
    expected: {
      'another serial': '预报',
      'in another name': '登记在',
      elsewhere: '属于',
      'back as another': '送出',
      held: '应为',
    },
    seen: '实物',
    title: {
      'another serial': '序列号与预报不符',
      'in another name': '序列号登记在另一货主名下',
      elsewhere: '这件属于另一张退货单',
      'back as another': '修回的不是送出的那件',
      known: '已知商品：先打开它的包裹',
      knownInBlind: '已知商品，但这个包裹没有预报',
    },
    known: {
      whose: '货主',
      awaited: '这些退货单在等它，点一下打开',
      none: '没有退货单在等它。确实要收：再扫一次，按无预报收货。',
      other: '先扫包裹运单或退货单。没有单据：再扫一次，按无预报收货。',
    },
    why: {
      'another serial': '核对实物。确实是它就再扫一次：收下并挂起，等主管核对。',
      'in another name': '核对实物。再扫一次：收下并挂起，等主管核对。',
      elsewhere: '再扫一次同一件：打开那张退货单。',
      'back as another': '维修商换了一件？再扫一次：原件结束，新件单独建档并挂起。',
    },
    take: {
      'another serial': '收下并挂起',
      'in another name': '收下并挂起',
      elsewhere: '打开那张退货单',
      'back as another': '换了一件，收下并挂起',
    },
    secondImei: '这是第二个 IMEI',
    held: '挂起原因',
    turned: '已打开退货单 {{order}}，同一包裹',
    scanAgain: '请再扫一次序列号确认',
    scanItsSerial: '请扫描实物上的序列号',
    notASerial: '这不是序列号',
    cannotRead: '读不到序列号，收下并挂起',
  },
  {
    choose: 'This code means several things: choose one',
    more: 'This owner has {{count}} more; scan the return order',
    expected: {
      'another serial': 'Announced',
      'in another name': 'Stands in the name of',
      elsewhere: 'Belongs to',
      'back as another': 'Went',
      held: 'Should be',
    },
    seen: 'It reads',
    title: {
      'another serial': 'Another serial than announced',
      'in another name': 'This serial stands in another owner’s name',
      elsewhere: 'This one belongs to another return',
      'back as another': 'Another unit came back than went',
      known: 'A known product: open its parcel first',
      knownInBlind: 'A known product; nobody announced this parcel',
    },
    known: {
      whose: 'Whose it is',
      awaited: 'These returns await it; tap one to open it',
      none: 'No return awaits it. To take it in all the same, scan it again: received unannounced.',
      other:
        'Scan the waybill or the return order first. Without papers: scan it again to receive it unannounced.',
    },
    why: {
      'another serial':
        'Look at the thing. If it is this one, scan again: it is taken in on hold for a supervisor.',
      'in another name': 'Look at the thing. Scan again: it is taken in on hold for a supervisor.',
      elsewhere: 'Scan the same again to open that return.',
      'back as another':
        'Did the vendor exchange it? Scan again: the old one ends, the new one gets a plate of its own, on hold.',
    },
    take: {
      'another serial': 'Take it in on hold',
      'in another name': 'Take it in on hold',
      elsewhere: 'Open that return',
      'back as another': 'Exchanged: take it in on hold',
    },
    secondImei: 'It is its second IMEI',
    held: 'Why it is held',
    turned: 'Return {{order}} opened, in the same parcel',
    scanAgain: 'Scan the serial once more to confirm it',
    scanItsSerial: 'Scan the serial on the thing',
    notASerial: 'This is no serial',
    cannotRead: 'No serial to read: take it in on hold',
  },
);
