import type { WaiverRelation } from './waiver';

/** What the patient is to the donor. */
const RELATION_WORDS: Readonly<Record<WaiverRelation, string>> = {
  self: '本人',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母或者外祖父母',
  spouse_parent: '配偶的父母',
  grandchild: '孙子女或者外孙子女',
  other: '其他亲属',
};

export interface WaiverText {
  version: string;
  title: string;
  paragraphs: readonly string[];
}

/** Read by the donor before any register is asked. A version that was answered is never edited: a new wording is a new version. */
export const consentRequestText: WaiverText = {
  version: '2026-11',
  title: '同意查询亲属关系',
  paragraphs: [
    '您的亲属申请减免用血费用，要用您的献血记录。减免办法规定，只有本人和规定范围内的亲属可以减免，所以需要核对你们的亲属关系。',
    '您同意以后，我们向公安、民政、卫生健康部门查询您与患者的亲属关系；经过另一位亲属才能连起来的（例如祖孙、公婆），也会查到那位亲属的登记。只查这一次申请需要的，查到能证明为止。',
    '我们只留下“能不能证明”、查询时间和答复的校验值，不保存登记内容，也不会把您的献血记录告诉患者或者医院。',
    '您可以不同意，不影响您使用其他服务；不同意的，这次申请不能用您的额度。同意只对这一次申请有效。',
  ],
};

/** The commitment letter (承诺书) of whoever claims, when no register proves the kinship. */
export const commitmentText: WaiverText & { declaration: string } = {
  version: '2026-11',
  title: '亲属关系承诺书',
  paragraphs: [
    '登记信息暂时不能证明您与献血者的亲属关系。您可以签这份承诺书，代替关系证明材料。',
    '父母、子女包括亲生的、依法收养的，以及形成扶养关系的继父母、继子女。',
    '献血服务机构可以事后核对。承诺不实的，应当退回减免的费用，并依法承担责任。',
    '您也可以不签承诺书，请工作人员核对。',
  ],
  declaration: '以上内容我已经看过，承诺属实。',
};

/** The sentence that is signed, with the names of this claim. */
export const commitmentStatement = (given: {
  claimant: string;
  patient: string;
  donor: string;
  relation: WaiverRelation;
  isGuardian: boolean;
}): string => {
  const who = given.isGuardian
    ? `本人${given.claimant}是患者${given.patient}的父亲或者母亲，`
    : `本人${given.claimant}，`;
  const subject = given.isGuardian ? `患者${given.patient}` : '本人';
  return `${who}承诺${subject}是献血者${given.donor}的${RELATION_WORDS[given.relation]}。`;
};

/**
 * Agreed to at the discharge desk before anything is looked up: separate consent to the use of medical data and to asking other
 * registers (PIPL 23, 29), of the patient or, for a patient who cannot sign or is a child, of a relative (31).
 */
export const deskConsentText: WaiverText = {
  version: '2026-11',
  title: '同意办理用血费用减免',
  paragraphs: [
    '本人同意医院把这次住院的用血费用明细交给献血服务机构，用来计算减免。',
    '本人同意献血服务机构向公安、民政、卫生健康、财政部门查询本人与献血者的亲属关系和这张票据，只查这一次减免需要的。',
    '献血服务机构只保存“能不能证明”、查询时间和校验值，不保存登记内容。可以不同意；不同意的，这次按全额结算。',
  ],
};
