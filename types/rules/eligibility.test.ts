import { editions } from './edition';
import { asDonorSees, assess } from './eligibility';
import type { EligibilityQuestion } from './eligibility';
import type { DonationEdition, PastDonation } from './interval';
import { CURRENT_QUESTIONNAIRE_VERSION as version } from './questionnaire';

const on = '2026-11-22';
const draft = editions.donation.find(({ enabled }) => !enabled) as DonationEdition;
const whole = (date: string): PastDonation => ({ id: `w-${date}`, type: 'whole_blood', on: date, volumeMl: 400 });
const twice = [whole('2020-01-01'), whole('2021-01-01')];
type Question = Partial<EligibilityQuestion> & { birthDate?: string; pastReaction?: boolean };
const ask = ({ birthDate = '1990-01-01', pastReaction, ...more }: Question) =>
  assess({
    donor: { birthDate, pastReaction, sex: 'female' },
    history: [],
    deferrals: [],
    askedType: 'whole_blood',
    date: on,
    ...more,
  });
const answered = (questionId: string, value: 'yes' | 'no', detail?: string) => ({
  version,
  answers: [{ questionId, value, detail }],
});

describe('whether a person may donate', () => {
  it.each<[string, Question, string, string | undefined]>([
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
    ['interval for the other type', { history: [whole('2026-08-22')], askedType: 'platelets' }, 'yes', undefined],
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

  it.each([
    ['T-35', '2027-05-01'],
    ['P-14', undefined],
    ['LAB-HIV', '2027-05-01'],
    ['LAB-ALT', undefined],
    ['X-UNKNOWN', undefined],
  ])('never names %s to the donor', (ruleId, until) => {
    const { reasons, verdict } = ask({ deferrals: [{ ruleId, until, permanent: until === undefined }] });
    expect(verdict).toBe(until === undefined ? 'no' : 'not_before');
    const [seen] = reasons.map(asDonorSees);
    expect(seen).toMatchObject({ ruleId: 'CALL', text: '请与血站联系', value: '' });
    expect(seen?.until).toBe(until);
    const { until: _day, effect: _effect, ...rest } = seen ?? {};
    const [other] = ask({ deferrals: [{ ruleId: 'LAB-TP', permanent: true }] }).reasons.map(asDonorSees);
    expect(other).toMatchObject(rest);
  });

  it('names what is not concealed in plain words, with what would change it', () => {
    const [seen] = ask({ deferrals: [{ ruleId: 'T-21', until: '2027-03-01', permanent: false }] }).reasons.map(
      asDonorSees,
    );
    expect(seen).toEqual({
      kind: 'deferral',
      effect: 'not_before',
      ruleId: 'T-21',
      text: '纹身，要等1年',
      value: '1年',
      source: 'GB 18467-2011 6.2 暂不能献血',
      force: 'recommended',
      confirmed: true,
      edition: 'cn-deferral-2011',
      until: '2027-03-01',
      change: '到了日子自动解除；情况有变化的，可以请体检医生提前看一看。',
    });
  });

  it.each<[string, Partial<EligibilityQuestion>, string]>([
    ['a recommended wait', { deferrals: [{ ruleId: 'T-21', until: '2027-03-01', permanent: false }] }, 'T-21'],
    ['an illness of clause 6.1', { deferrals: [{ ruleId: 'P-02', permanent: true }] }, 'P-02'],
    ['a blood pressure', { measurements: { systolic: 141 } }, 'BP-SYS'],
    ['an answer', { answers: answered('q08', 'yes', '2026-11-21') }, 'T-01'],
    ['a condition', { conditions: [{ ruleId: 'T-21' }] }, 'T-21'],
  ])('lets a doctor set aside %s until the day written down', (_title, more, ruleId) => {
    expect(ask(more).verdict).not.toBe('yes');
    const overrides = [{ ruleId, from: on, until: '2026-12-01' }];
    expect(ask({ ...more, overrides })).toMatchObject({
      verdict: 'yes',
      reasons: [{ ruleId, effect: 'note', overridden: true }],
    });
    expect(ask({ ...more, overrides: [{ ruleId, from: '2026-11-01', until: on }] }).verdict).not.toBe('yes');
  });

  it.each<[string, Question, string]>([
    ['an interval', { history: [whole('2026-06-01')] }, 'INT-WW'],
    ['a haemoglobin', { measurements: { hbGL: 100 } }, 'HB-F'],
    ['a test of the blood', { deferrals: [{ ruleId: 'LAB-HBV', permanent: true }] }, 'LAB-HBV'],
    ['what only the station tells', { deferrals: [{ ruleId: 'T-35', permanent: true }] }, 'T-35'],
    ['the age of majority', { birthDate: '2008-11-23' }, 'AGE-1-MIN'],
  ])('lets nobody set aside %s', (_title, more, ruleId) => {
    const overrides = [{ ruleId, from: on, until: '2027-11-01' }];
    expect(ask({ ...more, overrides })).toEqual(ask(more));
    expect(ask(more).verdict).not.toBe('yes');
  });

  it('promises a day after an override that ends before the wait', () => {
    const deferrals = [{ ruleId: 'T-21', until: '2027-03-01', permanent: false }];
    const overrides = [{ ruleId: 'T-21', from: on, until: '2026-11-30' }];
    const history = [whole('2026-06-01')];
    expect(ask({ deferrals, overrides, history })).toMatchObject({ verdict: 'not_before', date: '2027-03-01' });
  });

  it.each<[string, string, Partial<EligibilityQuestion>, string, string | undefined]>([
    ['a tattoo', 'T-21', {}, 'not_before', '2027-06-01'],
    ['a medicine before platelets', 'T-31', { askedType: 'platelets' }, 'yes', undefined],
    ['a disease of clause 6.1', 'P-06', {}, 'doctor', undefined],
    ['contact with an infectious disease', 'T-22', {}, 'doctor', undefined],
    ['a wait that nobody has confirmed', 'T-38', {}, 'doctor', undefined],
  ])('takes what happened to the donor: %s', (_title, ruleId, more, verdict, date) => {
    const answer = ask({ ...more, conditions: [{ ruleId, on: '2026-06-01' }] });
    expect([answer.verdict, answer.date]).toEqual([verdict, date]);
  });

  it('bars only platelets after an aspirin', () => {
    const conditions = [{ ruleId: 'T-31', on: '2026-11-20' }];
    expect(ask({ conditions, askedType: 'platelets' })).toMatchObject({ verdict: 'not_before', date: '2026-11-25' });
    expect(ask({ conditions })).toMatchObject({ verdict: 'yes', reasons: [{ effect: 'note', ruleId: 'T-31' }] });
    const deferrals = [{ ruleId: 'T-31', until: '2026-11-25', permanent: false }];
    expect(ask({ deferrals, askedType: 'platelets' }).verdict).toBe('not_before');
    expect(ask({ deferrals }).verdict).toBe('yes');
  });

  it('refuses on a mandatory measurement and leaves a recommended one to the doctor', () => {
    expect(ask({ measurements: { hbGL: 114 } })).toMatchObject({ verdict: 'no', reasons: [{ ruleId: 'HB-F' }] });
    expect(ask({ measurements: { hbGL: 115, pulse: 58 } })).toMatchObject({
      verdict: 'doctor',
      reasons: [{ ruleId: 'PULSE' }],
    });
    expect(ask({ measurements: { hbGL: 115, pulse: 60 } }).verdict).toBe('yes');
  });

  it('takes special matching for platelets', () => {
    const history: PastDonation[] = [{ id: 'p', type: 'platelets', on: '2026-11-15', unitsTenths: 10 }];
    expect(ask({ history, askedType: 'platelets' }).date).toBe('2026-11-29');
    expect(ask({ history, askedType: 'platelets', specialMatching: true }).verdict).toBe('yes');
  });
});
