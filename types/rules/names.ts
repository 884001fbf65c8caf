/**
 * `same`: one spelling after what keyboards and code pages change. `variant`: another form of the same characters
 * (traditional, rare): the same person only when the document agrees. `unreadable`: a character was lost on the way.
 */
export type NameMatch = 'same' | 'variant' | 'unreadable' | 'different';

/** GB 18030-2005 kept these in the private use area; since GB 18030-2022 (and Unicode 4.1) they have places of their own. */
const OUT_OF_PRIVATE_USE: Readonly<Record<string, string>> = {
  '\uE81E': '\u9FB4',
  '\uE826': '\u9FB5',
  '\uE82B': '\u9FB6',
  '\uE82C': '\u9FB7',
  '\uE832': '\u9FB8',
  '\uE843': '\u9FB9',
  '\uE854': '\u9FBA',
  '\uE864': '\u9FBB',
};

/** Traditional and rare forms that stand in names, each with the form that the registers prefer. In pairs: form, preferred. */
const FORMS =
  '㐂喜囍喜昇升陞升甯宁寧宁張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马鄭郑謝谢韓韩馮冯蕭萧許许鄧邓鄒邹鍾钟鐘钟盧卢蘇苏葉叶蔣蒋賈贾' +
  '閆闫閻阎錢钱顧顾龔龚嚴严賴赖譚谭羅罗華华國国偉伟麗丽紅红蘭兰鳳凤龍龙強强彊强軍军東东業业義义貴贵傑杰鋒锋鋼钢銀银鐵铁' +
  '雲云飛飞愛爱慶庆慧慧夢梦瑩莹瑤瑶穎颖頴颖楓枫濤涛澤泽潔洁燦灿煥焕煒炜勳勋勛勋壽寿學学禮礼維维綺绮緒绪縉缙聖圣聰聪蓮莲' +
  '觀观誠诚謙谦賢贤賓宾輝辉煇辉連连遠远達达長长陽阳陸陆雙双靜静韻韵順顺頤颐顏颜駿骏鵬鹏鶴鹤齊齐淩凌減减峯峰羣群' +
  '喆哲堃坤犇奔曌照昺炳眞真増增寳宝寶宝邨村灋法栢柏菓果䶮龑';
const PREFERRED: ReadonlyMap<string, string> = new Map(
  Array.from(FORMS).flatMap((form, at, all): [string, string][] => (at % 2 === 0 ? [[form, all[at + 1] ?? form]] : [])),
);

/** What systems write for a character that they do not have; a whole name must not hang on a guess. */
const LOST = /[?？□■●○\uFFFD*＊]/u;

/** Widths, spaces, dots between the parts of a name, letters' case, compatibility and private-use code points. */
function plain(name: string): string {
  return Array.from(name)
    .map(character => OUT_OF_PRIVATE_USE[character] ?? character)
    .join('')
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF·•・‧∙⋅․.．。﹒\-'’`]/gu, '')
    .toUpperCase();
}

const preferred = (name: string): string =>
  Array.from(name)
    .map(character => PREFERRED.get(character) ?? character)
    .join('');

export function compareNames(one: string, other: string): NameMatch {
  if (LOST.test(one) || LOST.test(other)) return 'unreadable';
  const [a, b] = [plain(one), plain(other)];
  if (a === '' || b === '') return 'unreadable';
  if (a === b) return 'same';
  return preferred(a) === preferred(b) ? 'variant' : 'different';
}
