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

/** What the count reaches; the award itself is given by the authorities. */
export const awardNames = { none: null, bronze: '铜奖', silver: '银奖', gold: '金奖' } as const;

export const shareFieldNames: Readonly<Record<ShareField, string>> = {
  name: '姓名',
  blood_group: '血型',
  totals: '献血次数和献血量',
  last_donation: '最近一次献血日期',
  award: '达到的国家奉献奖',
};

/** '2026年5月20日', always with the year: for documents. */
export const sayFullDate = (date: CalendarDate): string => sayMonthDay(date, '');

export const sayBloodGroup = ({ abo, rhd }: BloodGroup): string =>
  `${abo} 型 RhD ${rhd === 'positive' ? '阳性' : '阴性'}`;

/** '12,800' */
export const sayNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** '杭州血液中心献血大厅' names its city; '武林广场爱心献血屋' needs it: '杭州市 武林广场爱心献血屋'. */
export const sayDonationPlace = ({ city, siteName }: Pick<Donation, 'city' | 'siteName'>): string =>
  siteName.startsWith(city.replace(/市$/, '')) ? siteName : `${city} ${siteName}`;

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

/** 'ZJ2357611990842' → 'ZJ 2357 6119 9084 2': people compare numbers in groups. */
export const sayCertificateNumber = (number: string): string =>
  number.replace(/^([A-Z]*)(\d+)$/, (_whole, letters: string, digits: string) =>
    [letters, ...(digits.match(/\d{1,4}/g) ?? [])].filter(Boolean).join(' '),
  );

/** A long row of stars says no more than a short one and breaks the line. */
export const sayMasked = (masked: string): string => masked.replace(/\*{7,}/, '******');
