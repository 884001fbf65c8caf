import type { Edition, Rule } from '../edition-model';

export type AppointmentRules = {
  bookableDaysAhead: Rule<number, 'day'>;
  bookableMinutesAhead: Rule<number, 'minute'>;
  openBookingsPerDonor: Rule<number>;
  noShowLimit: Rule<number>;
  noShowWindowDays: Rule<number, 'day'>;
  noShowPenaltyDays: Rule<number, 'day'>;
  cancelUntilStart: Rule<boolean>;
};

const open = { source: '项目暂定, 待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const appointmentEditions: readonly Edition<AppointmentRules, 'appointment'>[] = [
  {
    id: 'zj-appointment-1',
    topic: 'appointment',
    title: '预约规则(暂定)',
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
      noShowPenaltyDays: { id: 'AP-NOSHOW-DAYS', name: '受限期, 期间只能预约当天', value: 30, unit: 'day', ...open },
      cancelUntilStart: { id: 'AP-CANCEL', name: '预约开始前都可以取消', value: true, unit: '', ...open },
    },
  },
];
