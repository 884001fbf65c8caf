import type { Edition, Rule } from '../edition-model';

export type AppointmentRules = {
  bookableDaysAhead: Rule<number, 'day'>;
  bookableMinutesAhead: Rule<number, 'minute'>;
  openBookingsPerDonor: Rule<number>;
  noShowLimit: Rule<number>;
  noShowWindowDays: Rule<number, 'day'>;
  noShowPenaltyDays: Rule<number, 'day'>;
  cancelUntilStart: Rule<boolean>;
  holdMinutes: Rule<number, 'minute'>;
  holdExtensions: Rule<number, 'time'>;
  offerMinutes: Rule<number, 'minute'>;
  waitDaysAhead: Rule<number, 'day'>;
  nearbyKilometres: Rule<number>;
  nearbyDays: Rule<number, 'day'>;
  staffMinutesWholeBlood: Rule<number, 'minute'>;
  staffMinutesPlatelets: Rule<number, 'minute'>;
};

const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const appointmentEditions: readonly Edition<AppointmentRules, 'appointment'>[] = [
  {
    id: 'zj-appointment-1',
    topic: 'appointment',
    title: '预约规则（暂定）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2020-01-01',
    source: open.source,
    enabled: true,
    rules: {
      bookableDaysAhead: { id: 'AP-FAR', name: '最早可提前预约', value: 30, unit: 'day', ...open },
      bookableMinutesAhead: { id: 'AP-NEAR', name: '最晚须提前预约', value: 30, unit: 'minute', ...open },
      openBookingsPerDonor: { id: 'AP-ONE', name: '每人同时有效的预约数', value: 1, unit: '个', ...open },
      noShowLimit: { id: 'AP-NOSHOW', name: '爽约几次后受限', value: 3, unit: 'time', ...open },
      noShowWindowDays: { id: 'AP-NOSHOW-WINDOW', name: '爽约的计算期', value: 90, unit: 'day', ...open },
      noShowPenaltyDays: { id: 'AP-NOSHOW-DAYS', name: '受限期，期间只能预约当天', value: 30, unit: 'day', ...open },
      holdMinutes: {
        id: 'AP-HOLD',
        name: '名额为确认预约保留多久，每次延长同样时间',
        value: 10,
        unit: 'minute',
        ...open,
      },
      holdExtensions: {
        id: 'AP-HOLD-MORE',
        name: '保留可延长几次',
        value: 10,
        unit: 'time',
        source: 'GB/T 37668-2019、WCAG 2.2 成功准则 2.2.1（时限可延长至少十次）',
        force: 'recommended',
        confirmed: true,
      },
      offerMinutes: { id: 'AP-OFFER', name: '候补名额等待接受多久，夜里不计', value: 120, unit: 'minute', ...open },
      waitDaysAhead: { id: 'AP-WAIT', name: '候补最早可选多少天以后', value: 365, unit: 'day', ...open },
      nearbyKilometres: {
        ...{ id: 'AP-NEAR-KM', name: '场次取消后，同城以外多远的献血点也推荐', value: 20, unit: '公里' },
        ...open,
      },
      nearbyDays: {
        ...{ id: 'AP-NEAR-DAYS', name: '场次取消后，推荐附近献血点几天以内的时间', value: 7, unit: 'day' },
        ...open,
      },
      cancelUntilStart: { id: 'AP-CANCEL', name: '预约开始前都可以取消', value: true, unit: '', ...open },
      staffMinutesWholeBlood: {
        ...{ id: 'AP-STAFF-WB', name: '每位全血献血者占用一名采血人员的时间', value: 15, unit: 'minute' },
        ...open,
      },
      staffMinutesPlatelets: {
        ...{ id: 'AP-STAFF-PLT', name: '每位单采血小板献血者占用一名采血人员的时间', value: 30, unit: 'minute' },
        ...open,
      },
    },
  },
];
