const both = (key: string, zh: string, en: string) => ({ key, name: `${zh} ${en}` });

/** Headers of the spreadsheets we give out: both languages, as they travel. */
export const columns = {
  items: [
    both('code', '货品编号', 'Licence plate'),
    both('state', '状态', 'State'),
    both('sku', '商品编码', 'SKU'),
    both('name', '品名', 'Name'),
    both('quantity', '数量', 'Quantity'),
    both('serial', '序列号', 'Serial'),
    both('exporter', '出口商', 'Exporter'),
    both('grade', '等级', 'Grade'),
    both('disposition', '处置', 'Disposition'),
    both('location', '货位', 'Location'),
    both('holds', '挂起', 'Holds'),
    both('order', '退货单', 'Return order'),
    both('windowDays', '期限剩余天数', 'Days left'),
    both('receivedAt', '收货时间', 'Received at'),
    both('stateSince', '状态起始', 'State since'),
  ],
  audit: [
    both('at', '时间', 'Time'),
    both('by', '操作人', 'By'),
    both('action', '操作', 'Action'),
    both('subjectName', '对象', 'About'),
    both('changed', '变更', 'Changed'),
    both('device', '设备', 'Device'),
  ],
} as const;
