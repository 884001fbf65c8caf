import type * as z from 'zod/mini';
import { type donationSummary, type shareField, type verifyCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { type CalendarDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';

export type Donation = z.output<typeof donationSummary>;
export type ShareField = z.output<typeof shareField>;
type Shown = Output<typeof verifyCertificate>['shown'];
type BloodGroup = NonNullable<Shown['bloodGroup']>;

export const issuer = '浙江省无偿献血公众服务';

export const typeNames = { whole_blood: '全血', platelets: '血小板', stem_cells: '造血干细胞' } as const;

export const awardNames = {
  none: '暂无',
  bronze: '国家奉献奖铜奖',
  silver: '国家奉献奖银奖',
  gold: '国家奉献奖金奖',
} as const;

export const shareFieldNames: Readonly<Record<ShareField, string>> = {
  name: '姓名',
  blood_group: '血型',
  totals: '献血次数和献血量',
  last_donation: '最近一次献血日期',
  award: '国家奉献奖奖项',
};

/** '2026年5月20日', always with the year: for documents. */
export const sayFullDate = (date: CalendarDate): string => sayMonthDay(date, '');

export const sayBloodGroup = ({ abo, rhd }: BloodGroup): string =>
  `${abo} 型 RhD ${rhd === 'positive' ? '阳性' : '阴性'}`;

/** '12,800' */
export const sayNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Tenths to a number with at most one decimal: 45 → '4.5', 20 → '2'. */
export const sayTenths = (tenths: number): string => String(tenths / 10);

/** '400 毫升', '1.5 单位'; empty for a donation that is not measured so. */
export function sayAmount({ volumeMl, unitsTenths }: Pick<Donation, 'volumeMl' | 'unitsTenths'>): string {
  if (unitsTenths !== null) return `${sayTenths(unitsTenths)} 单位`;
  return volumeMl === null ? '' : `${sayNumber(volumeMl)} 毫升`;
}

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** A rule's text or source in the punctuation of the screen: '6.2; 附录 (A)' → '6.2；附录（A）'. Leaves 10,000 alone. */
export const sayRule = (text: string): string =>
  text.replace(/\d[,:](?=\d)| ?([,;:()]) ?/g, (found, mark?: string) => (mark ? (wide[mark] ?? found) : found));
