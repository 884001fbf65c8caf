import { dinCheckCharacter } from '@rules/identifiers';
import { donationOf, emptyForm, numberProblem, problemsOf } from './donation-form';
import { type StaffVisit } from './nurse-words';

const din = 'A999926000001';
const number = din + dinCheckCharacter(din);
const wrong = din + (dinCheckCharacter(din) === 'X' ? 'Y' : 'X');

const visit: StaffVisit = {
  id: '019aa000-0000-7000-8000-000000000001',
  appointmentId: '019aa000-0000-7000-8000-000000000002',
  number: 'A001',
  version: 2,
  stage: 'draw',
  state: 'called',
  type: 'whole_blood',
  maskedName: '测**',
  sex: 'male',
  ageYears: 30,
  bloodGroup: { abo: 'O', rhd: 'positive' },
  booked: true,
  bookedFor: null,
  arrivedAt: '2026-11-22T01:00:00.000Z',
  stageSince: '2026-11-22T01:00:00.000Z',
  skips: 0,
  calledAt: null,
  desk: null,
  questionnaire: null,
  vitals: 'missing',
  donationId: null,
  restUntil: null,
  undoUntil: null,
};
const first = { ...visit, bloodGroup: null };

describe('recording a donation', () => {
  it('judges a donation number as soon as it is long enough, not before', () => {
    expect(numberProblem(din)).toBeUndefined();
    expect(numberProblem(number)).toBeUndefined();
    expect(numberProblem(wrong)).toContain('校验位');
  });

  it.each([
    ['everything of a first donation', emptyForm, first, ['donationNumber', 'amount', 'abo', 'rhd']],
    ['no group of a donor who has one', emptyForm, visit, ['donationNumber', 'amount']],
    ['nothing more', { ...emptyForm, donationNumber: number, amount: '400' }, visit, []],
    ['a right number', { ...emptyForm, donationNumber: wrong, amount: '400' }, visit, ['donationNumber']],
  ])('asks for %s', (_case, form, who, fields) => {
    expect(Object.keys(problemsOf(form, who))).toEqual(fields);
  });

  it('sends what a scanner read as the printed number with its check character', () => {
    const form = { ...emptyForm, donationNumber: `=${din}00`, amount: '300' };
    expect(donationOf(form, visit)).toEqual({ visitId: visit.id, donationNumber: number, volumeMl: 300 });
  });

  it('counts platelets in tenths of a unit and sends the group of a first donation', () => {
    const form = { donationNumber: number, amount: '15', abo: 'AB', rhd: 'negative' } as const;
    expect(donationOf(form, { ...first, type: 'platelets' })).toEqual({
      visitId: visit.id,
      donationNumber: number,
      unitsTenths: 15,
      abo: 'AB',
      rhd: 'negative',
    });
  });
});
