import type { Edition, Rule } from '../edition-model';

export type ServiceRules = {
  privilegeCount: Rule<number>;
  selfExclusionHours: Rule<number, 'hour'>;
  resultNoticeHours: Rule<readonly string[]>;
  waiverDecisionDays: Rule<number, 'day'>;
  crossDecisionDays: Rule<number, 'day'>;
  waiverPaymentDays: Rule<number, 'day'>;
  waiverSecondFen: Rule<number, '分'>;
  waiverLeaseMinutes: Rule<number, 'minute'>;
  waiverMaterialDays: Rule<number, 'day'>;
  waiverAppealDays: Rule<number, 'day'>;
  waiverAppealDecisionDays: Rule<number, 'day'>;
  payoutSecondFen: Rule<number, '分'>;
  payoutRecheckDays: Rule<number, 'day'>;
  relativeDocuments: Rule<number>;
  honourValidity: Rule<'lifelong_unless_revoked'>;
  outsideWinners: Rule<'refuse_reviewer_may_admit'>;
  lifetimeHonourExtra: Rule<'as_gold'>;
  codeSeconds: Rule<number>;
  donorVisibleNumber: Rule<'din'>;
  originalsYears: Rule<number, 'year'>;
  logMonths: Rule<number, 'month'>;
  questionnaireLater: Rule<string>;
};

const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const serviceEditions: readonly Edition<ServiceRules, 'service'>[] = [
  {
    id: 'zj-service-1',
    topic: 'service',
    title: '服务参数（暂定）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2020-01-01',
    source: '《浙江省实施〈中华人民共和国献血法〉办法》及项目暂定',
    enabled: true,
    rules: {
      privilegeCount: {
        id: 'SV-THREE-FREE',
        name: '申领“三免”荣誉证的最低次数',
        value: 20,
        unit: 'time',
        force: 'local',
        confirmed: true,
        source: '《浙江省实施〈中华人民共和国献血法〉办法》第二十五条；荣誉证申领条件（2024）',
      },
      selfExclusionHours: {
        id: 'SV-CUE',
        name: '保密性弃血至少可在献血后',
        value: 48,
        unit: 'hour',
        ...open,
        note: '血液放行前都可以；从不询问原因',
      },
      resultNoticeHours: {
        id: 'SV-RESULT',
        name: '结果通知时段',
        value: ['09:00', '20:00'],
        unit: '',
        ...open,
        note: '全部检测完成且血站签发当日',
      },
      waiverDecisionDays: { id: 'SV-DECIDE', name: '减免申请作出决定', value: 3, unit: 'day', ...open, note: '工作日' },
      crossDecisionDays: {
        id: 'SV-CROSS',
        name: '跨省减免申请作出决定',
        value: 10,
        unit: 'day',
        ...open,
        note: '工作日；要与献血地或者用血地的单位核对',
      },
      waiverPaymentDays: {
        id: 'SV-PAY',
        name: '减免款到账',
        value: 10,
        unit: 'day',
        ...open,
        note: '工作日；到付款人本人账户',
      },
      waiverSecondFen: {
        id: 'SV-TWO',
        name: '人工同意减免由两名审核员确认的金额起点',
        value: 300_000,
        unit: '分',
        ...open,
        source: '项目暂定：约为公开数据中每例平均减免额（916 元）的三倍，待血液中心确认',
        note: '超过这个金额，或者金额由人按外省规定核定的，由另一名审核员确认；可用 WAIVER_SECOND_FEN 设定',
      },
      waiverLeaseMinutes: {
        id: 'SV-LEASE',
        name: '审核员领取一份申请的有效时间',
        value: 30,
        unit: 'minute',
        ...open,
        note: '过期自动放回，每次操作重新计时',
      },
      waiverMaterialDays: {
        id: 'SV-MORE',
        name: '补充材料的期限',
        value: 10,
        unit: 'day',
        ...open,
        note: '过期转回审核员，按已有材料决定',
      },
      waiverAppealDays: {
        id: 'SV-APPEAL',
        name: '对不予减免提出申诉的期限',
        value: 60,
        unit: 'day',
        ...open,
        source: '参照《行政复议法》第二十条：知道之日起六十日内；待血液中心确认',
        note: '可用 WAIVER_APPEAL_DAYS 设定；只能申诉一次，由另一名审核员决定',
      },
      waiverAppealDecisionDays: {
        id: 'SV-APPEAL-DECIDE',
        name: '申诉作出决定',
        value: 10,
        unit: 'day',
        ...open,
        note: '工作日',
      },
      payoutSecondFen: {
        id: 'SV-PAY-TWO',
        name: '减免款批次由两名操作员确认的金额起点',
        value: 2_000_000,
        unit: '分',
        ...open,
        note: '超过这个金额，制单人以外的另一人批准后才能下载',
      },
      payoutRecheckDays: {
        id: 'SV-PAY-BACK',
        name: '减免后继续核对票据是否冲红',
        value: 180,
        unit: 'day',
        ...open,
      },
      relativeDocuments: {
        id: 'SV-DOCS',
        name: '数据可查时亲属须提交的材料数',
        value: 0,
        unit: '件',
        ...open,
        note: '查不到时签承诺书',
      },
      honourValidity: {
        id: 'SV-HONOUR',
        name: '荣誉证有效期：终身，除非撤销',
        value: 'lifelong_unless_revoked',
        unit: '',
        ...open,
      },
      outsideWinners: {
        id: 'SV-OUTSIDE',
        name: '外省获奖者：说明理由不予办理，审核人可以通过',
        value: 'refuse_reviewer_may_admit',
        unit: '',
        ...open,
      },
      lifetimeHonourExtra: { id: 'SV-LIFE', name: '终身荣誉奖的另外待遇：同金奖', value: 'as_gold', unit: '', ...open },
      codeSeconds: { id: 'SV-CODE', name: '优享码最长有效', value: 60, unit: '秒', ...open },
      donorVisibleNumber: {
        id: 'SV-DIN',
        name: '献血编码即献血码（DIN）',
        value: 'din',
        unit: '',
        ...open,
        note: '机构代码、产品代码为示例',
      },
      originalsYears: {
        id: 'SV-KEEP',
        name: '献血、检测、供血原始记录保存至少',
        value: 10,
        unit: 'year',
        ...open,
        source: '《血站管理办法》（2005），条文待核',
      },
      logMonths: {
        id: 'SV-LOG',
        name: '日志保存至少',
        value: 6,
        unit: 'month',
        ...open,
        source: '《网络安全法》，条文待核',
      },
      questionnaireLater: {
        id: 'SV-Q16',
        name: '征询表第 16–26 题',
        value: '未启用',
        unit: '',
        ...open,
        note: '题目内容未见公开文本，由体检医师当面询问',
      },
    },
  },
];
