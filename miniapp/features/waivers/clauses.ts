const sentences: Readonly<Record<string, string>> = {
  人工核对: '由工作人员人工核对',
  身份登记: '姓名和证件号码要与登记一致',
  'WE-PAPER': '要有这次住院的有效票据，换开纸质票据的要核对原件',
  'SV-MORE': '补充材料有期限，过期按已有材料办理',
  'W-1 至 W-7（用血费用）': '只减免用血费用，其他项目不在减免范围内',
  票据唯一: '一张票据上的用血费用只能减免一次',
  个保法第29条: '处理敏感个人信息要取得本人的单独同意（《个人信息保护法》第二十九条）',
  'W-ELSEWHERE': '献血地不在浙江的，按献血地的规定，由工作人员核对',
  'W-FIRST': '先献血、后用血，用血当天以前要有献血记录',
  'W-1': '全血累计满 400 毫升，献血者本人终身免交用血费用',
  'W-2': '献血者本人五年内按献血量的 5 倍减免，五年后按等量减免',
  'W-3': '配偶、父母、子女五年内按献血量的 2 倍减免，五年后按等量减免',
  'W-4': '献血者达到国家金奖标准，兄弟姐妹、祖父母、外祖父母、配偶的父母也可以减免',
  'W-5': '捐献过造血干细胞的，本人终身免交，配偶、父母、子女也可以减免',
  'W-6': '捐献过单采血小板的，每次折合 800 毫升，本人终身免交',
  'W-7': '稀有血型献血者本人终身免交用血费用',
};

/** The clauses of a decision in words; a note of a reviewer has no number and stands as it is. */
export const sayClauses = (clause: string): string =>
  clause
    .split('、')
    .map(one => {
      const sentence = sentences[one];
      if (!sentence) return one;
      return one.startsWith('W-') ? `${sentence}（${one}）` : sentence;
    })
    .join('；');

const editions: Readonly<Record<string, string>> = {
  'zj-waiver-2014': '浙江省 2014 年减免办法',
  'zj-waiver-1998': '浙江省 2014 年以前的办法',
};

/** Number of the clause and the edition it stands in; the sentence stands once above the lines. */
export const sayRule = (clause: string, edition?: string): string =>
  [clause, edition && (editions[edition] ?? edition)].filter(Boolean).join(' · ');
