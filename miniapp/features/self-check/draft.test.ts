import { findDeferralRule } from '@rules/deferral';
import { asksRepeat, assessDraft, emptyDraft, problemsOf, type Draft } from './draft';
import { illnesses, recentEvents } from './events';

const today = '2026-11-22';
const filled: Draft = { ...emptyDraft, birthDate: '1990-05-01', sex: 'female', weight: '55' };
const verdict = (more: Partial<Draft>) => {
  const { verdict: word, date } = assessDraft({ ...filled, ...more }, today);
  return date === undefined ? word : `${word} ${date}`;
};

describe('the self-check', () => {
  it.each<[string, Partial<Draft>, string]>([
    ['nothing against it', {}, 'yes'],
    ['whole blood given in June', { lastWhole: '2026-06-01' }, 'not_before 2026-12-01'],
    ['platelets asked after whole blood', { lastWhole: '2026-10-01', type: 'platelets' }, 'not_before 2027-01-01'],
    ['the later of two', { lastWhole: '2026-06-01', lastPlatelets: '2026-11-20' }, 'not_before 2026-12-18'],
    ['a tattoo', { events: { 'T-21': '2026-03-01' } }, 'not_before 2027-03-01'],
    ['a tattoo long ago', { events: { 'T-21': '2025-11-22' } }, 'yes'],
    ['an ear that was pierced: no public rule', { events: { 'T-38': '2026-10-01' } }, 'doctor'],
    ['an illness', { ill: ['P-06'] }, 'doctor'],
    ['too light', { weight: '44' }, 'doctor'],
    ['too young', { birthDate: '2009-01-02' }, 'not_before 2027-01-02'],
    ['57 years, first time', { birthDate: '1969-01-01' }, 'no'],
    ['57 years, given often', { birthDate: '1969-01-01', repeat: true }, 'yes'],
    ['61 years', { birthDate: '1965-01-01', repeat: true }, 'no'],
    ['a child born this year', { events: { 'T-08': '2026-03-01' } }, 'not_before 2027-03-01'],
    ['what only women are asked, after the sex was changed', { sex: 'male', events: { 'T-08': '2026-03-01' } }, 'yes'],
  ])('%s', (_title, more, expected) => {
    expect(verdict(more)).toBe(expected);
  });

  it('asks only by rules that exist and may be named', () => {
    const rules = [...recentEvents, ...illnesses].map(({ ruleId }) => findDeferralRule(ruleId, today));
    expect(rules.every(rule => rule !== undefined && rule.concealed !== true)).toBe(true);
  });

  it('asks how often somebody gave only above the usual age', () => {
    expect(asksRepeat({ ...filled, birthDate: '1970-11-23' }, today)).toBe(false);
    expect(asksRepeat({ ...filled, birthDate: '1970-11-22' }, today)).toBe(true);
    expect(asksRepeat(emptyDraft, today)).toBe(false);
  });

  it('says at which field something is missing or wrong', () => {
    expect(Object.keys(problemsOf('person', emptyDraft, today))).toEqual(['birthDate', 'sex', 'weight']);
    expect(problemsOf('person', filled, today)).toEqual({});
    expect(Object.keys(problemsOf('person', { ...filled, weight: '五十' }, today))).toEqual(['weight']);
    expect(problemsOf('donations', filled, today)).toEqual({});
    expect(problemsOf('donations', { ...filled, lastWhole: '2026-11-23' }, today)).toEqual({
      lastWhole: '献全血的日期不能晚于今天。',
    });
    expect(problemsOf('recent', { ...filled, events: { 'T-21': '', 'T-01': today } }, today)).toEqual({
      'T-21': '请选择“纹身”的日期。',
    });
    expect(problemsOf('illness', filled, today)).toEqual({});
  });
});
