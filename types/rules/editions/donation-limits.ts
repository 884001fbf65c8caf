import type { Rule } from '../edition-model';

const GB = 'GB 18467-2011《献血者健康检查要求》';
// Pre-donation tests and volumes stand in mandatory parts of the standard, the general examination in a recommended chapter.
const gb = { source: GB, force: 'mandatory', confirmed: true } as const;
const examination = { source: GB, force: 'recommended', confirmed: true } as const;
const open = { source: `${GB}（数值未见公开文本）`, force: 'recommended', confirmed: false } as const;

/** What the examiner measures on the spot; `checkMeasurements` computes with them, the physician judges. */
export const donationLimits = {
  limitWeightMale: { id: 'WT-M', name: '男性体重不低于', value: 50, unit: 'kg', ...examination },
  limitWeightFemale: { id: 'WT-F', name: '女性体重不低于', value: 45, unit: 'kg', ...examination },
  limitSystolic: { id: 'BP-SYS', name: '收缩压，含下限不含上限', value: [90, 140], unit: 'mmHg', ...examination },
  limitDiastolic: { id: 'BP-DIA', name: '舒张压，含下限不含上限', value: [60, 90], unit: 'mmHg', ...examination },
  limitPulsePressure: { id: 'BP-PP', name: '脉压差不低于', value: 30, unit: 'mmHg', ...examination },
  limitPulse: { id: 'PULSE', name: '脉搏，含两端', value: [60, 100], unit: '次/分', ...examination },
  limitPulseAthlete: { id: 'PULSE-A', name: '高度耐力运动员脉搏不低于', value: 50, unit: '次/分', ...examination },
  limitHaemoglobinMale: { id: 'HB-M', name: '男性血红蛋白不低于', value: 120, unit: 'g/L', ...gb },
  limitHaemoglobinFemale: { id: 'HB-F', name: '女性血红蛋白不低于', value: 115, unit: 'g/L', ...gb },
  limitGravityMale: { id: 'SG-M', name: '男性硫酸铜法比重不低于', value: 1.052, unit: '', ...open },
  limitGravityFemale: { id: 'SG-F', name: '女性硫酸铜法比重不低于', value: 1.051, unit: '', ...open },
  limitHaematocrit: { id: 'PLT-HCT', name: '单采血小板献血者红细胞比容不低于', value: 0.36, unit: '', ...gb },
  limitPlateletsBefore: { id: 'PLT-PRE', name: '采前血小板计数不低于', value: 150, unit: '×10⁹/L', ...gb },
  limitPlateletsBeforeMax: { id: 'PLT-PRE-MAX', name: '采前血小板计数低于', value: 450, unit: '×10⁹/L', ...open },
  limitPlateletsAfter: { id: 'PLT-POST', name: '预计采后血小板计数不低于', value: 100, unit: '×10⁹/L', ...open },
  limitWholeBlood: { id: 'VOL-W', name: '全血每次可献', value: [200, 300, 400], unit: 'ml', ...gb },
  limitPlateletUnits: {
    id: 'VOL-P',
    name: '单采血小板每次治疗单位，含两端',
    value: [1, 2],
    unit: 'U',
    ...gb,
    note: '可有 1.5 U',
  },
  limitPlasma: {
    id: 'VOL-P-PLASMA',
    name: '单采血小板 1 个单位时可同时采集血浆不超过',
    value: 200,
    unit: 'ml',
    ...gb,
  },
  limitApheresisYear: {
    id: 'VOL-P-YEAR',
    name: '每年单采血小板和血浆总量不超过',
    value: 10_000,
    unit: 'ml',
    ...gb,
    note: '采集量由血站业务系统掌握，提供时才计算',
  },
} as const satisfies Record<string, Rule>;

type Limits = typeof donationLimits;
/** The same limits with values that another edition may set otherwise. */
export type DonationLimits = {
  readonly [Key in keyof Limits]: Limits[Key]['value'] extends number
    ? Rule<number>
    : Limits[Key]['value'] extends readonly [number, number]
      ? Rule<readonly [number, number]>
      : Rule<readonly number[]>;
} & {
  /** The standard says “normal” and gives no number: a local rule does. */
  readonly limitTemperature?: Rule<number>;
};
