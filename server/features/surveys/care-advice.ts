import type * as z from 'zod/mini';
import type { feeling, severity, symptom } from '@contract/surveys';

export type Feeling = z.output<typeof feeling>;
export type Symptom = z.output<typeof symptom>;
export type Severity = z.output<typeof severity>;

const always = '今天多喝水，按时吃饭，不熬夜，抽血的手臂不提重物。';

const byFeeling: Readonly<Record<Feeling, readonly string[]>> = {
  good: ['太好了。再过一两天就可以恢复平常的运动。', always],
  a_bit: [
    '轻微的乏力、手臂酸、一小块淤青都很常见，一般两三天就好。',
    always,
    '如果头晕，请马上坐下或躺下，把脚垫高，不要自己开车。',
  ],
  not_good: [
    '请先坐下或躺下，身边最好有人陪着。',
    '血站的医护人员会打电话给您；不想等的话，现在就可以打。',
    '胸闷、喘不上气、晕倒过、手臂发冷发紫，请马上拨打 120。',
  ],
};

const bySymptom: Readonly<Record<Symptom, string>> = {
  dizzy: '头晕时马上坐下或躺下，把脚垫高，喝些温水或糖水，起身要慢。',
  fainted: '晕倒过，当天不要独自外出、开车或登高，请身边的人陪着您。',
  bruise: '淤青：头一天冷敷，第二天起热敷，一般一两周慢慢消退。',
  bleeding: '针眼又出血：把手臂抬高，用干净纱布按住十分钟，不要边按边揉。',
  numb: '手臂麻木、刺痛：不要提重物；两天还不好，请到血站或医院看一看。',
  swollen: '手臂红肿热痛：不要揉，也不要热敷，请尽快到血站或医院看一看。',
  fever: '发热：量体温、多喝水、休息。请同时用“补充告知”告诉血站，这关系到您献的血能不能用。',
  chest: '胸闷、心慌、喘不上气：请马上拨打 120。',
  allergy: '皮疹、发痒：不要抓。嘴唇或喉咙发肿、喘不上气，请马上拨打 120。',
  tired: '乏力：早些休息，吃些瘦肉、鸡蛋和深色蔬菜，一般两三天就好。',
  other: '',
};

export const adviceForFeeling = (given: Feeling): readonly string[] => byFeeling[given];

export const adviceForSymptoms = (symptoms: readonly Symptom[]): string[] => {
  const own = symptoms.map(symptom => bySymptom[symptom]).filter(text => text !== '');
  return own.length > 0 ? own : [always];
};

/** Somebody should call now, not within days. */
export const isUrgent = (symptoms: readonly Symptom[], severity: Severity): boolean =>
  severity === 'severe' ||
  symptoms.includes('chest') ||
  (severity === 'moderate' && (symptoms.includes('fainted') || symptoms.includes('allergy')));

/** Days within which the station calls. */
export const callWithinDays = (symptoms: readonly Symptom[], severity: Severity): number =>
  isUrgent(symptoms, severity) ? 0 : severity === 'moderate' ? 1 : 3;

export const symptomWords: Readonly<Record<Symptom, string>> = {
  dizzy: '头晕',
  fainted: '晕倒',
  bruise: '淤青',
  bleeding: '针眼出血',
  numb: '手臂麻木刺痛',
  swollen: '手臂红肿',
  fever: '发热',
  chest: '胸闷心慌',
  allergy: '皮疹发痒',
  tired: '乏力',
  other: '其他',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  mild: '轻：不影响日常生活',
  moderate: '中：影响日常生活',
  severe: '重：需要看医生',
};
