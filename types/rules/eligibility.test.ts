import { editions } from './edition';
import { assess } from './eligibility';
import type { EligibilityQuestion } from './eligibility';
import type { DonationEdition, PastDonation } from './interval';
import { CURRENT_QUESTIONNAIRE_VERSION as version } from './questionnaire';

const on = '2026-11-22';
const draft = editions.donation.find(({ enabled }) => !enabled) as DonationEdition;
const whole = (date: string): PastDonation => ({ id: `w-${date}`, type: 'whole_blood', on: date, volumeMl: 400 });
const twice = [whole('2020-01-01'), whole('2021-01-01')];
const ask = (more: Partial<EligibilityQuestion>) =>
  assess({ birthDate: '1990-01-01', history: [], deferrals: [], type: 'whole_blood', on, ...more });
const answered = (questionId: string, value: 'yes' | 'no', detail?: string) => ({
  version,
  answers: [{ questionId, value, detail }],
});

describe('whether a person may donate', () => {
  it.each<[string, Partial<EligibilityQuestion>, string, string | undefined]>([
    ['nothing against it', {}, 'yes', undefined],
    ['18 today', { birthDate: '2008-11-22' }, 'yes', undefined],
    ['18 tomorrow', { birthDate: '2008-11-23' }, 'not_before', '2026-11-23'],
    ['55 until tomorrow', { birthDate: '1970-11-23' }, 'yes', undefined],
    ['56 today, first donation', { birthDate: '1970-11-22' }, 'no', undefined],
    ['56 today, one donation', { birthDate: '1970-11-22', history: [whole('2020-01-01')] }, 'no', undefined],
    ['56 today, repeat donor', { birthDate: '1970-11-22', history: twice }, 'yes', undefined],
    [
      '56 today, repeat donor with a reaction',
      { birthDate: '1970-11-22', history: twice, pastReaction: true },
      'no',
      undefined,
    ],
    ['60 until tomorrow, repeat donor', { birthDate: '1965-11-23', history: twice }, 'yes', undefined],
    ['61 today, repeat donor', { birthDate: '1965-11-22', history: twice }, 'no', undefined],
    ['interval still running', { history: [whole('2026-06-01')] }, 'not_before', '2026-12-01'],
    ['interval over', { history: [whole('2026-05-22')] }, 'yes', undefined],
    ['interval for the other type', { history: [whole('2026-08-22')], type: 'platelets' }, 'yes', undefined],
    ['interval ends after the age limit', { birthDate: '1970-11-25', history: [whole('2026-06-01')] }, 'no', undefined],
    [
      'interval ends on the last day of age 55',
      { birthDate: '1970-12-02', history: [whole('2026-06-01')] },
      'not_before',
      '2026-12-01',
    ],
    [
      'deferred until a day',
      { deferrals: [{ ruleId: 'T-21', until: '2027-03-01', permanent: false }] },
      'not_before',
      '2027-03-01',
    ],
    ['deferral over today', { deferrals: [{ ruleId: 'T-21', until: on, permanent: false }] }, 'yes', undefined],
    ['deferred without a date', { deferrals: [{ ruleId: 'T-16', permanent: false }] }, 'doctor', undefined],
    ['deferred for good', { deferrals: [{ ruleId: '6.1', permanent: true }] }, 'no', undefined],
    [
      'the longest wait wins',
      { history: [whole('2026-06-01')], deferrals: [{ ruleId: 'T-21', until: '2027-03-01', permanent: false }] },
      'not_before',
      '2027-03-01',
    ],
    ['answer: teeth cleaned', { answers: answered('q08', 'yes', '2026-11-21') }, 'not_before', '2026-11-24'],
    ['answer: not well', { answers: answered('q01', 'no') }, 'not_before', '2026-11-23'],
    ['answer: waiting for results', { answers: answered('q02', 'yes') }, 'doctor', undefined],
    ['answer: comes for a test', { answers: answered('q04', 'yes') }, 'no', undefined],
    ['answer: heavy work afterwards', { answers: answered('q03', 'yes') }, 'yes', undefined],
    [
      'a doctor’s question outranks a wait',
      { history: [whole('2026-06-01')], answers: answered('q15', 'yes') },
      'doctor',
      undefined,
    ],
    [
      'a no outranks a doctor’s question',
      { answers: answered('q15', 'yes'), deferrals: [{ ruleId: '6.1', permanent: true }] },
      'no',
      undefined,
    ],
    ['draft law: 65', { birthDate: '1961-11-22', edition: draft }, 'yes', undefined],
    ['draft law: 66', { birthDate: '1960-11-22', edition: draft, history: twice }, 'no', undefined],
    ['draft law: 90 days', { history: [whole('2026-09-01')], edition: draft }, 'not_before', '2026-11-30'],
  ])('%s', (_title, more, verdict, date) => {
    const answer = ask(more);
    expect([answer.verdict, answer.date]).toEqual([verdict, date]);
    expect(answer.reasons.every(({ text, source, edition }) => text && source && edition)).toBe(true);
  });

  it('gives a reason for every verdict but a plain yes', () => {
    expect(ask({}).reasons).toEqual([]);
    expect(ask({ birthDate: '2008-11-23' }).reasons).toMatchObject([
      { kind: 'age', ruleId: 'AGE-1-MIN', until: '2026-11-23' },
    ]);
    expect(ask({ birthDate: '1970-11-22', history: twice }).reasons).toMatchObject([
      { effect: 'note', ruleId: 'AGE-2' },
    ]);
    expect(ask({ history: [whole('2026-06-01')] }).reasons).toMatchObject([
      { kind: 'interval', ruleId: 'INT-WW', until: '2026-12-01' },
    ]);
  });

  it('does not say in words why a person is deferred', () => {
    const { reasons } = ask({ deferrals: [{ ruleId: 'T-35', permanent: true }] });
    expect(reasons[0]?.text).toBe('按照健康检查要求，您不适合献血，详情请联系血站');
  });

  it('takes special matching for platelets', () => {
    const history: PastDonation[] = [{ id: 'p', type: 'platelets', on: '2026-11-15', unitsTenths: 10 }];
    expect(ask({ history, type: 'platelets' }).date).toBe('2026-11-29');
    expect(ask({ history, type: 'platelets', specialMatching: true }).verdict).toBe('yes');
  });
});
