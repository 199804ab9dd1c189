/**
 * Tables D1 to D10 of the catalogue of codes, copied by hand: each code with its Chinese name, and after an arrow what
 * it counts as — who pays (D3), which way out it opens (D5), how a repair ended (D7), whose clock stands still (D9).
 */
export const codeTables: Readonly<Record<string, string>> = {
  reason: `
    R01 质量问题/故障
    R02 到货即损（运输破损）
    R03 开箱即坏
    R04 发错货
    R05 少件/缺配件
    R06 与描述不符
    R07 颜色不符/不喜欢
    R08 尺码偏大
    R09 尺码偏小
    R10 款式不喜欢
    R11 不想要/七天无理由
    R12 误购/拍错
    R13 做工差
    R14 不兼容（制式/插头/电压）
    R15 疑似假货
    R16 包装破损
    R17 标签错误
    R18 派送失败
    R19 拒收（含货到付款拒付）
    R20 超时送达
    R21 滞销退运
    R22 召回
    R23 保修送修
    R24 有偿送修
    R99 未说明/待核实`,
  exception: `
    X01 无预报
    X02 无主件 → identity
    X03 多件 → exporter
    X04 少件
    X05 货不对版 → identity
    X06 序列号不符 → fraud
    X07 外包装破损
    X08 重复登记
    X09 超退货期限 → exporter
    X10 禁限寄物品 → quality
    X11 电池鼓包/漏液 → battery
    X12 空包/掉包 → fraud
    X13 条码不可读
    X14 海关单证不全 → customs
    X15 无对应出口订单`,
  entitlement: `
    W1 保内 → exporter
    W2 保内（供应商） → supplier
    W3 返修保内 → repairer
    W4 开箱即坏 → exporter
    W5 善意保修 → exporter
    O1 过保 → buyer
    O2 人为损坏 → buyer
    O3 运输损坏 → carrier
    O4 无购买凭证/非售出
    O5 私拆改装 → buyer
    O6 无故障 → buyer
    O7 与订购一致 → buyer
    O8 无法识别
    P1 待补资料
    P2 需照片`,
  cosmetic: 'C0 未拆封; C1 无痕; C2 轻微（30 厘米外不可见）; C3 明显; C4 破损',
  functional: 'F0 未测; F1 全部正常; F2 次要故障; F3 主要故障; F4 不开机',
  complete: 'K1 齐全; K2 缺非必要件; K3 缺必要件',
  packaging: 'P1 原封; P2 原包装已拆; P3 已更换或无',
  grade: 'N 全新未拆; A 准新; B 良好; C 一般; D 待修; E 报废; H 危险品; Q 待判',
  disposition: `
    RTS 良品上架 → resale
    RSB 次品复售 → resale
    RPK 换包装/换标 → resale
    RFB 翻新 → repair
    REP 站内维修 → repair
    RPV 外送维修 → vendor
    EXC 换货 → exchange
    RTO 退回买家 → toBuyer
    RTE 退回出口商 → toExporter
    RSD 重发新买家 → resale
    RTV 退供应商 → toExporter
    HRV 拆件利用 → destroy
    LIQ 批量清仓 → resale
    DON 捐赠 → destroy
    RCY 回收 → destroy
    DST 销毁（有证） → destroy
    REX 复运出境 → toExporter
    QTN 隔离 → quarantine
    HAZ 危险品柜 → hazard
    HLD 待出口商指示 → ask
    KEP 免退（买家保留） → none
    DEN 拒绝退货 → toBuyer
    MIS 未到货 → none`,
  outcome: `
    K01 已修复 → repaired
    K02 无故障 → repaired
    K03 故障未复现 → repaired
    K04 软件/固件处理 → repaired
    K05 清洁/调整 → repaired
    K06 整机更换 → repaired
    K07 部分修复（外观仍有瑕疵） → repaired
    K08 不可修 → failed
    K09 无维修价值 → failed
    K10 拒修退回 → declined
    K11 缺件无法修 → failed
    K12 返工
    K13 二次返修
    K14 维修商报废 → failed
    K15 在途或维修商处遗失 → failed
    K16 数据已清除
    K17 取消`,
  'estimate decision': `
    E0 自动批准（限额内）
    E1 批准
    E2 部分批准
    E3 拒绝，原样退回
    E4 拒绝，销毁或复售
    E5 退回补充资料
    E6 追加报价待批
    E7 追加报价批准
    E8 超时默认处理
    E9 撤回`,
  'hold owner': 'HX 待出口商; HV 待维修商; HP 待配件; HC 待海关; HT 待承运商; HQ 质量/欺诈; HS 安全; HI 内部',
  hold: `
    identity 身份待核 → HQ
    battery 电池危险 → HS
    customs 海关待办 → HC
    fraud 疑似欺诈 → HQ
    quality 质量待查 → HQ
    dispute 争议 → HX
    exporter 待出口商答复 → HX`,
};
/** Lists of which only the codes are given: customs statuses (rules 1.9), supervision modes (1.1), charges (D10). */
export const codesOnly: Readonly<Record<string, string>> = {
  'customs status': `ABROAD IN_TRANSIT_INBOUND ARRIVED_UNDECLARED ZONE_BONDED BONDED_REPAIR TEMP_REPAIR_1300
    RELEASED_DOMESTIC HAINAN_ZERO_TARIFF EXPORT_DECLARED EXPORTED DESTROYED ABANDONED`,
  mode: '9610 9710 9810 1210 other unknown',
  'return mode': '4561 4500 1300 1371 2600 0110',
  charge: `RCP RCU IN1 IN2 IN3 PHT RPK RLB TST WIP DGN DCL LAB PRT VND VHD STO LTS PCK CON DSC HZD RSH AEX CRF`,
  // After the IRIS pattern: a ten for what it is about, its ones for what exactly.
  symptom: '110 111 112 120 121 122 130 131 132 140 141 150 151 160 161 162 170 171 180',
};
