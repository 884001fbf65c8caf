import type { Sex } from '@rules/vocabulary';
import type { MeasuredValue, ResultTest } from './result-content';

interface Range {
  readonly low?: number;
  readonly high?: number;
}

interface TestRule {
  readonly name: string;
  readonly unit: string;
  /** Used where the laboratory sends no range of its own. */
  readonly range: Readonly<Record<Sex, Range>>;
  readonly source: string;
  readonly below: string;
  readonly above: string;
}

const both = (range: Range) => ({ male: range, female: range });
const see = '一次结果不能说明什么，建议一两周后到医院复查。';

/** Reference ranges of the health industry standards. Laboratories may use their own, so each counts as not confirmed. */
const rules: Readonly<Record<ResultTest, TestRule>> = {
  alt: {
    name: '丙氨酸氨基转移酶（ALT）',
    unit: 'U/L',
    range: { male: { high: 50 }, female: { high: 40 } },
    source: 'WS/T 404.1-2012《临床常用生化检验项目参考区间》',
    below: '比参考范围低，一般没有关系。',
    above: `比参考范围高。熬夜、饮酒、油腻饮食、服药、剧烈运动都可能引起。${see}`,
  },
  haemoglobin: {
    name: '血红蛋白（Hb）',
    unit: 'g/L',
    range: { male: { low: 130, high: 175 }, female: { low: 115, high: 150 } },
    source: 'WS/T 405-2012《血细胞分析参考区间》',
    below: '比参考范围低，多与铁不足有关。平时可以多吃瘦肉、动物血和深色蔬菜，下次献血前会再测。',
    above: `比参考范围高，喝水少时也会这样。${see}`,
  },
  haematocrit: {
    name: '红细胞比容（HCT）',
    unit: 'L/L',
    range: { male: { low: 0.4, high: 0.5 }, female: { low: 0.35, high: 0.45 } },
    source: 'WS/T 405-2012《血细胞分析参考区间》',
    below: '比参考范围低，多与铁不足有关，下次献血前会再测。',
    above: `比参考范围高，喝水少时也会这样。${see}`,
  },
  white_cells: {
    name: '白细胞（WBC）',
    unit: '×10⁹/L',
    range: both({ low: 3.5, high: 9.5 }),
    source: 'WS/T 405-2012《血细胞分析参考区间》',
    below: `比参考范围低。${see}`,
    above: `比参考范围高，感冒、劳累、紧张时也会这样。${see}`,
  },
  platelets: {
    name: '血小板（PLT）',
    unit: '×10⁹/L',
    range: both({ low: 125, high: 350 }),
    source: 'WS/T 405-2012《血细胞分析参考区间》',
    below: `比参考范围低。${see}`,
    above: `比参考范围高。${see}`,
  },
  total_protein: {
    name: '总蛋白（TP）',
    unit: 'g/L',
    range: both({ low: 65, high: 85 }),
    source: 'WS/T 404.2-2012《临床常用生化检验项目参考区间》',
    below: `比参考范围低。${see}`,
    above: `比参考范围高，喝水少时也会这样。${see}`,
  },
};

/** One measured value as its donor reads it. */
export function explainValue(measured: MeasuredValue, sex: Sex) {
  const { name, unit, range, source, below, above } = rules[measured.test];
  const own = measured.low !== undefined || measured.high !== undefined;
  const given = range[sex];
  const low = own ? (measured.low ?? null) : given.low === undefined ? null : String(given.low);
  const high = own ? (measured.high ?? null) : given.high === undefined ? null : String(given.high);
  const value = Number(measured.value);
  const mark =
    low !== null && value < Number(low)
      ? ('below' as const)
      : high !== null && value > Number(high)
        ? ('above' as const)
        : ('within' as const);
  return {
    test: measured.test,
    name,
    value: measured.value,
    unit,
    low,
    high,
    mark,
    text: mark === 'within' ? '在参考范围内。' : mark === 'below' ? below : above,
    source: own ? '血站检验科的参考范围' : source,
    confirmed: own,
  };
}
