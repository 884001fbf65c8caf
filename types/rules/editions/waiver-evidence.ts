import type { Edition, Rule } from '../edition-model';

export type WaiverEvidenceRules = {
  letterAlone: Rule<readonly string[]>;
  kinshipKept: Rule<readonly string[]>;
  kinshipKeptDays: Rule<number, 'day'>;
  stepNeedsPerson: Rule<boolean>;
  consentDays: Rule<number, 'day'>;
  consentAsked: Rule<boolean>;
  guardianUnder: Rule<number, 'age'>;
  ownConsentFrom: Rule<number, 'age'>;
  billOnPaper: Rule<'person'>;
  refundInLines: Rule<'net_of_negative_lines'>;
};

const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;
const privacy = { force: 'mandatory', confirmed: true } as const;

export const waiverEvidenceEditions: readonly Edition<WaiverEvidenceRules, 'waiver-evidence'>[] = [
  {
    id: 'zj-waiver-evidence-1',
    topic: 'waiver-evidence',
    title: '用血费用减免的证明（暂定）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2014-01-01',
    source: '浙江省用血服务不用跑（2019-06-27）：亲属关系难以证明的，可以签承诺书',
    enabled: true,
    rules: {
      letterAlone: {
        id: 'WE-LETTER',
        name: '登记查不到时，只凭承诺书就可以认定的关系',
        value: ['spouse', 'parent', 'child'],
        unit: '',
        ...open,
        note: '其他关系签了承诺书以后由工作人员核对；登记与所填不一致的，承诺书不能代替核对',
      },
      kinshipKept: {
        id: 'WE-KEPT',
        name: '核对过一次、以后的申请可以沿用的关系',
        value: ['parent', 'child', 'sibling', 'grandparent'],
        unit: '',
        ...open,
        note: '婚姻会变化，配偶和配偶的父母每次都查询；承诺书认定的不沿用',
      },
      kinshipKeptDays: {
        id: 'WE-KEPT-DAYS',
        name: '沿用亲属关系核对结果的天数，超过就重新查询',
        value: 365,
        unit: 'day',
        ...open,
        note: '姓名、证件和是否在世每次都查询',
      },
      stepNeedsPerson: {
        id: 'WE-STEP',
        name: '继父母、继子女：是否形成扶养关系由工作人员核对',
        value: true,
        unit: '',
        ...open,
        note: '户口簿的“养子或继子”等不能区分的写法同样处理；养父母、养子女与亲生相同（民法典第一千一百一十一条）',
      },
      consentDays: {
        id: 'WE-CONSENT-DAYS',
        name: '等献血者答复的天数，过期转人工联系',
        value: 7,
        unit: 'day',
        ...open,
      },
      consentAsked: {
        id: 'WE-CONSENT',
        name: '查询献血者的登记以前，单独征得献血者同意',
        value: true,
        unit: '',
        ...privacy,
        source: '《个人信息保护法》第二十三条、第二十九条',
      },
      guardianUnder: {
        id: 'WE-GUARDIAN',
        name: '不满此年龄，由父母或者其他监护人同意',
        value: 14,
        unit: 'age',
        ...privacy,
        source: '《个人信息保护法》第三十一条',
      },
      ownConsentFrom: {
        id: 'WE-ADULT',
        name: '满此年龄由本人申请，父母不能代为申请',
        value: 18,
        unit: 'age',
        ...privacy,
        source: '《民法典》第十七条、第二十三条',
      },
      billOnPaper: { id: 'WE-PAPER', name: '已换开纸质票据的，由工作人员核对原件', value: 'person', unit: '', ...open },
      refundInLines: {
        id: 'WE-REFUND',
        name: '部分退费的票据：退费全部列在明细的负数行里，按净额计；否则由工作人员核对',
        value: 'net_of_negative_lines',
        unit: '',
        ...open,
      },
    },
  },
];
