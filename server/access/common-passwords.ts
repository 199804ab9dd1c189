/**
 * What everybody tries first. Collected by us from what such lists have in common: words, rows of the keyboard, names,
 * what Chinese speakers type (pinyin, lucky numbers), and our own trade. Each stands for itself and for what people put
 * around it: digits, years, punctuation, capitals, and itself twice.
 */
const stems = new Set(
  `password passwd passwort contrasena motdepasse parola senha wachtwoord mima pass pass word p@ssword p@ssw0rd
  passw0rd pa55word qwerty qwertyuiop qwertyui qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm zxcv qazwsx qazwsxedc
  qazxsw wsxedc azerty qwertz yuiop poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh abcdefghij
  abcabc aaa aaaa aaaaaa asd qwe qweasd qweasdzxc zaq xsw cde admin administrator adminadmin root rootroot toor user
  username guest test testing tester testtest demo demodemo default changeme change letmein welcome welcomeback login
  signin access secret secure security master system server service support manager office computer internet network
  windows microsoft google apple iphone android samsung huawei xiaomi oppo vivo lenovo alibaba taobao tmall tencent
  weixin wechat baidu jingdong pinduoduo shopee lazada tiktok douyin amazon facebook linkedin instagram youtube
  iloveyou iloveu loveyou lovelove lovely love forever woaini woaini woaiwo woaiwojia woaizhongguo aini wangyuan laogong
  laopo baobao baobei qinai qinaide mama baba mamababa wode women zhongguo china beijing shanghai guangzhou shenzhen
  hainan haikou sanya yangpu hangzhou yiwu xiamen hongkong nihao nihaoma haohao xiexie gongsi caonima nimade woshishui
  woshiren wangwei wangfang liwei lina zhangwei zhangmin liuyang chenjie yangyang huanghuang wangjing zhangjing
  a1b2c3 a1b2c3d4 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx q1w2e3r4 q1w2e3r4t5 123qwe
  123qweasd qwe123 asd123 abc123 123abc a123 aa aa123 aa123456 a1234 q123 w123 zxc123 test123 admin123 root123 user123
  monkey dragon football baseball basketball soccer hockey tennis golf superman batman spiderman pokemon naruto
  starwars matrix princess prince queen king angel angels sunshine flower butterfly rainbow shadow ninja hunter
  freedom liberty whatever nothing trustno trustnoone jordan michael jennifer jessica michelle daniel thomas charlie
  andrew joshua robert william ashley amanda nicole anthony george maggie ginger buster killer pepper summer winter
  spring autumn january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday hello helloworld world family mother father sister brother friend friends
  baby money lucky happy smile cookie chocolate banana orange cheese coffee purple yellow silver golden diamond
  warehouse warehouses cangku kucun wuliu kuaidi shouhuo fahuo tuihuo weixiu receiver inspector storekeeper packer
  supervisor exporter vendor logistics returns repair scanner handheld barcode guihang guihangguihang returning
  company business corporate employee staff boss laoban zhuguan jingli yuangong correcthorse correcthorsebatterystaple`
    .split(/\s+/)
    .filter(Boolean),
);

const fromLetterToLetter = /[a-z](?:.*[a-z])?/s;
const isOneUnit = (text: string) => /^(.{1,5})\1+.{0,4}$/.test(text);

/** A run along the digits or the alphabet, up or down, for at least so much of the text. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, i) => sign.charCodeAt(0) - text.charCodeAt(i));
  const along = steps.filter((step) => step === 1 || step === -1 || step === 0).length;
  return along >= steps.length - 2;
}

/** Whether this is among the first things that anybody would try. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  const bare = fromLetterToLetter.exec(plain)?.[0] ?? '';
  if (/^[\d\W_]*$/.test(plain) && new Set(plain).size < 5) return true;
  if (/^\d+$/.test(plain)) return true;
  return [plain, bare].some((text) => stems.has(text) || isOneUnit(text) || (text.length > 2 && isRun(text)));
}
