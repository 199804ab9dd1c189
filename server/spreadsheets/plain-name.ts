/**
 * Characters of headers in the traditional script and in the simplified one, pair by pair: those of which the names of
 * columns of goods, orders, transport and customs are made. Pairs as in Unihan's kSimplifiedVariant.
 */
const pairs =
  '單单號号數数貨货運运國国區区訂订編编碼码幣币類类別别電电機机處处後后實实監监項项說说問问題题備备註注買买賣卖發发時时間间產产規规銷销購购戶户標标識识報报關关證证務务種种價价維维複复復复寶宝條条與与為为個个體体總总計计貿贸職职責责聯联絡络話话郵邮遞递進进過过還还選选擇择單单據据檔档員员會会係系統统簽签約约額额費费稅税廠厂品品質质檢检驗验狀状態态見见觀观線线網网連连結结門门開开閉闭倉仓庫库架架儲储裝装載载車车輛辆隻只雙双組组對对樣样張张頁页檯台臺台灣湾澳澳達达馬马來来賓宾緬缅寮寮應应該该當当嗎吗麼么從从給给讓让請请謝谢軟软硬硬體体顏颜色色寬宽長长圖图書书語语詞词評评級级歷历史史曆历異异損损壞坏壓压廢废棄弃燬毁傷伤觸触鍵键聲声響响盤盘點点認认帳账戸户點点換换舊旧兩两幾几萬万億亿';
const simplified = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));

/** Without what does not matter: case, width, script, spaces, hyphens, and that it must be filled in. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3400-\u9fff]/g, (sign) => simplified.get(sign) ?? sign)
    .replace(/[\s_*:/'‘’\u200b-\u200f\ufeff-]|\((必填|必填项|选填|required|optional)\)/g, '');

/** The halves of a header in both languages, written plainly: 数量 Quantity. */
const inBoth = /^([\u3400-\u9fff]+)([a-z.()]+)$/;

/** A plain header as one of these names, where it is one or says one of them in each language. */
export function nameAmong(name: string, names: ReadonlySet<string>): string | undefined {
  if (names.has(name)) return name;
  const [, chinese = '', english = ''] = inBoth.exec(name) ?? [];
  return names.has(chinese) && names.has(english) ? chinese : undefined;
}
