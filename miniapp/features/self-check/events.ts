interface Asked {
  /** The rule of the list that speaks of it. */
  readonly ruleId: string;
  readonly label: string;
  /** Which day is asked for. */
  readonly day: string;
  readonly forWomen?: true;
}

/** The commonest reasons to wait; everything else is in the look-up lists. */
export const recentEvents: readonly Asked[] = [
  { ruleId: 'T-11', label: '感冒、发烧、咳嗽', day: '哪一天完全好的？' },
  { ruleId: 'T-13', label: '急性胃肠炎、拉肚子', day: '哪一天完全好的？' },
  { ruleId: 'T-17', label: '伤口或局部感染', day: '哪一天长好的？' },
  { ruleId: 'T-01', label: '洗牙、补牙', day: '哪一天做的？' },
  { ruleId: 'T-02', label: '拔牙或其他小手术', day: '哪一天做的？' },
  { ruleId: 'T-04', label: '较大的手术', day: '哪一天痊愈的？' },
  { ruleId: 'T-21', label: '纹身', day: '哪一天做的？' },
  { ruleId: 'T-38', label: '打耳洞、身体穿孔', day: '哪一天做的？' },
  { ruleId: 'V-01', label: '打过流感、乙肝、破伤风等灭活类疫苗', day: '哪一天打的？' },
  { ruleId: 'V-04', label: '被动物咬伤后打狂犬病疫苗', day: '最后一针是哪一天？' },
  { ruleId: 'T-31', label: '吃过阿司匹林等影响血小板的药', day: '最后一次吃药是哪一天？' },
  { ruleId: 'T-27', label: '到过疟疾流行的地方', day: '哪一天回来的？' },
  { ruleId: 'T-32', label: '输过血', day: '哪一天输的？' },
  { ruleId: 'T-06', label: '来月经', day: '哪一天结束的？还没结束就选今天。', forWomen: true },
  { ruleId: 'T-08', label: '生过孩子', day: '孩子是哪一天出生的？', forWomen: true },
  { ruleId: 'T-07', label: '流产', day: '大约是哪一天？', forWomen: true },
];

/** Clause 6.1 in everyday words. A page makes no diagnosis: each of them leads to a doctor. */
export const illnesses = [
  { ruleId: 'P-02', label: '高血压、低血压、心脏病' },
  { ruleId: 'P-06', label: '糖尿病、甲状腺病' },
  { ruleId: 'P-01', label: '哮喘、慢性支气管炎' },
  { ruleId: 'P-03', label: '胃溃疡、慢性胃肠炎' },
  { ruleId: 'P-04', label: '肾炎、慢性肾病' },
  { ruleId: 'P-05', label: '贫血等血液病' },
  { ruleId: 'P-07', label: '类风湿、红斑狼疮' },
  { ruleId: 'P-10', label: '癫痫等神经系统疾病' },
  { ruleId: 'P-13', label: '肿瘤' },
] as const;
