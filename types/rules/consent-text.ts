export type ConsentSection = { id: string; title: string; paragraphs: readonly string[] };
export type ConsentText = { version: string; title: string; sections: readonly ConsentSection[]; declaration: string };

/** What the donor signs. A signed version is never edited: a new wording is a new version. */
const november2026: ConsentText = {
  version: '2026-11',
  title: '献血知情同意书',
  sections: [
    {
      id: 'voluntary',
      title: '自愿、无偿',
      paragraphs: [
        '献血是您自己的决定，没有人可以强迫您，也不付给您报酬。',
        '签名以后、采血开始以前和采血过程中，您随时可以说“不献了”，不用说明理由，对您没有任何影响。',
      ],
    },
    {
      id: 'volume',
      title: '献多少，隔多久',
      paragraphs: [
        '献全血每次 200、300 或 400 毫升，两次之间至少间隔 6 个月。',
        '献血小板每次 1 到 2 个治疗单位，两次之间至少间隔 2 周，一年内不超过 24 次；献血小板后满 4 周才能献全血，献全血后满 3 个月才能献血小板。',
        '请如实告诉我们您上一次献血的时间，在外省献的也算。',
      ],
    },
    {
      id: 'truth',
      title: '如实回答',
      paragraphs: [
        '征询表里的每个问题都关系到您和用血病人的安全，请如实回答。不方便当面说的，可以单独告诉医生。',
        '明知自己不符合条件而隐瞒，使病人受到伤害的，要承担法律责任。',
      ],
    },
    {
      id: 'no-test-seeking',
      title: '不要用献血来查病',
      paragraphs: [
        '刚感染艾滋病、梅毒等病毒的人，有一段时间化验查不出来，但血液已经能传染给病人。',
        '如果您只是想知道自己有没有得病，请不要献血，可以到疾病预防控制中心免费、保密地检测。',
      ],
    },
    {
      id: 'process',
      title: '采血过程和可能的不适',
      paragraphs: [
        '采血前会量血压、查血红蛋白等；器材一人一套，用后销毁，不会因为献血感染疾病。',
        '少数人会头晕、出汗、恶心，针眼处可能青紫或疼痛，一般很快恢复。献血后请休息 10 到 15 分钟再离开，当天不要做剧烈运动和高空作业。',
      ],
    },
    {
      id: 'tests',
      title: '血液检测',
      paragraphs: [
        '您的血液会检测血型、转氨酶、乙肝、丙肝、艾滋病和梅毒。检测只为保证用血安全，不能代替体检。',
        '不合格的血液不会给病人用。不合格的结果由血站单独联系您本人，按法律规定应当上报的会上报。',
      ],
    },
    {
      id: 'self-exclusion',
      title: '保密性弃血',
      paragraphs: [
        '献完血以后，如果您觉得自己的血可能不安全，请尽快在本服务里或打电话告诉血站，报献血码就可以。我们不问原因，替您保密，血液不会给病人用。',
        '献血后几天内如果发热、感冒、腹泻或查出传染病，也请告诉我们。',
      ],
    },
    {
      id: 'privacy',
      title: '我们怎样使用您的信息',
      paragraphs: [
        '您的姓名、证件号、联系方式、健康回答和检测结果，只用于：确认是您本人、判断能不能献血、保证血液安全、发放献血证、办理用血费用减免和荣誉待遇、依法保存档案。',
        '健康回答和检测结果属于敏感信息，单独加密保存，只有为您体检、检测的工作人员能看到。我们不会把它们告诉您的家人、单位或商家。',
        '提醒您再次献血的消息，您可以随时关掉，不影响其他服务。',
      ],
    },
    {
      id: 'withdraw',
      title: '您可以撤回同意',
      paragraphs: [
        '您可以在“我的—隐私与同意”里查看、更正自己的信息，或撤回同意。法律要求血站保存的献血记录会继续封存保管，其他信息停止使用。',
      ],
    },
  ],
  declaration: '我已读懂以上内容，如实回答了征询表的问题，自愿无偿献血。',
};

const texts: readonly ConsentText[] = [november2026];

export const CURRENT_CONSENT_VERSION = november2026.version;

export const findConsentText = (version: string): ConsentText | undefined =>
  texts.find(text => text.version === version);
