import type { DeferralRule } from './deferral-model';

const never = { kind: 'question', permanent: true, value: 0, unit: '', anchor: '', force: 'recommended' } as const;
const gb = (clause: string) => ({ ...never, source: `GB 18467-2011 ${clause} 不能献血`, confirmed: true }) as const;
// The order of the later clauses is known only from an older official list; their numbers are therefore not shown.
const list = {
  ...never,
  source: 'GB 18467-2011 6.1 不能献血（条目据公开的旧版文本，条号待核）',
  confirmed: true,
} as const;
const risk = { ...list, source: 'GB 18467-2011 6.1 不能献血（2012 年公开说明，条号待核）' } as const;
const open = { ...never, source: '常见做法，待血液中心确认', confirmed: false } as const;

/** Clause 6.1. Like 6.2 it stands in a recommended chapter: the physician decides in the end. */
export const permanentRows: readonly DeferralRule[] = [
  {
    id: 'P-01',
    name: '慢性呼吸系统疾病',
    ...gb('6.1.1'),
    note: '慢性支气管炎、支气管扩张、支气管哮喘、肺气肿、肺功能不全',
  },
  {
    id: 'P-02',
    name: '循环系统疾病',
    ...gb('6.1.2'),
    note: '各种心脏病、高血压、低血压、四肢动脉粥样硬化、血栓性静脉炎',
  },
  {
    id: 'P-03',
    name: '慢性消化系统疾病',
    ...gb('6.1.3'),
    note: '慢性胃肠炎、活动期或经常发作的胃十二指肠溃疡、慢性胰腺炎、非特异性溃疡性结肠炎',
  },
  {
    id: 'P-04',
    name: '泌尿系统疾病',
    ...gb('6.1.4'),
    note: '急慢性肾小球肾炎、慢性肾盂肾炎、肾病综合征、慢性泌尿道感染、急慢性肾功能不全',
  },
  {
    id: 'P-05',
    name: '血液系统疾病',
    ...gb('6.1.5'),
    note: '贫血（已治愈的缺铁性贫血、巨幼红细胞贫血除外）、真性红细胞增多症、粒细胞缺乏症、白血病、淋巴瘤、出凝血疾病',
  },
  {
    id: 'P-06',
    name: '内分泌或代谢疾病',
    ...gb('6.1.6'),
    note: '脑垂体及肾上腺疾病、甲状腺功能性疾病、糖尿病、肢端肥大症、尿崩症',
  },
  {
    id: 'P-07',
    name: '免疫系统疾病',
    ...gb('6.1.7'),
    note: '系统性红斑狼疮、皮肌炎、硬皮病、类风湿性关节炎、大动脉炎',
  },
  {
    id: 'P-08',
    name: '慢性皮肤病',
    ...gb('6.1.8'),
    note: '传染性、过敏性及炎症性全身皮肤病，如黄癣、广泛性湿疹、全身性牛皮癣',
  },
  {
    id: 'P-09',
    name: '反复发作的过敏性疾病',
    ...list,
    note: '经常性荨麻疹、哮喘、药物过敏；单纯性荨麻疹不在急性期可以献血',
  },
  { id: 'P-10', name: '神经系统疾病', ...list, note: '脑炎、脑外伤后遗症、癫痫；脑血管疾病待核' },
  { id: 'P-11', name: '精神疾病', ...list, note: '精神分裂症、癔症、严重神经症；抑郁症、双相障碍待核，由医师决定' },
  { id: 'P-12', name: '克雅病及家族史，或接受过可能来自克雅病的组织', ...open },
  { id: 'P-13', name: '恶性肿瘤，及影响健康的良性肿瘤', ...list },
  {
    id: 'P-14',
    name: '经血传播的传染病',
    ...list,
    concealed: true,
    kept: true,
    note: '病毒性肝炎（甲型肝炎见 T-23）、艾滋病、麻风病、性传播疾病等',
  },
  { id: 'P-15', name: '各种结核病', ...list },
  {
    id: 'P-16',
    name: '寄生虫病及地方病',
    ...list,
    note: '黑热病、血吸虫病、丝虫病、囊虫病、肺吸虫病、克山病、大骨节病',
  },
  { id: 'P-17', name: '职业病', ...open, note: '放射性疾病、尘肺、有害气体或有毒物中毒' },
  { id: 'P-18', name: '长期使用激素、免疫抑制剂、镇静或精神类药物', ...open },
  { id: 'P-19', name: '易感染经血传播疾病的高危人群', ...risk, concealed: true, kept: true },
  { id: 'P-20', name: '接受过异体器官或组织移植', ...open },
  { id: 'P-21', name: '胃、肾、脾等重要内脏切除', ...list, note: '肺切除待核' },
  { id: 'P-22', name: '慢性眼病', ...list, note: '角膜炎、虹膜炎、视神经炎、眼底有变化的高度近视' },
  { id: 'P-23', name: '所献血液曾使受血者感染', ...list, concealed: true, kept: true },
  { id: 'P-99', name: '医师认为不适合献血的其他疾病', ...list },
];
