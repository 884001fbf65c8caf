import { type Output } from '@contract/endpoint';
import { type listMyMeasurements } from '@contract/measurements';

type Figures = Output<typeof listMyMeasurements>['items'][number]['figures'];

/** In the order of the examination; what is sent is `times` what is said. */
const fields = [
  { name: 'weightTenths', label: '体重', unit: '公斤', times: 10 },
  { name: 'systolic', label: '收缩压（高压）', unit: 'mmHg', times: 1 },
  { name: 'diastolic', label: '舒张压（低压）', unit: 'mmHg', times: 1 },
  { name: 'pulse', label: '脉搏', unit: '次/分', times: 1 },
  { name: 'temperatureTenths', label: '体温', unit: '℃', times: 10 },
  { name: 'haemoglobin', label: '血红蛋白', unit: 'g/L', times: 1 },
  { name: 'haematocritThousandths', label: '红细胞比容', unit: '', times: 1000 },
  { name: 'plateletCount', label: '血小板计数', unit: '×10⁹/L', times: 1 },
] as const;

/** Only what was measured; one outside the limits of that day is marked in words. */
export const sayFigures = (figures: Figures, outside: readonly string[]): { label: string; value: string }[] =>
  fields.flatMap(({ name, label, unit, times }) => {
    const value = figures[name];
    if (value === undefined) return [];
    return [{ label, value: `${value / times} ${unit}`.trim() + (outside.includes(name) ? '（不在献血范围内）' : '') }];
  });
