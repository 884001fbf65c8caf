import { testIdCard } from '@rules/identifiers';
import { type ClaimDraft, emptyDraft, inputOf, problemsOf } from './claim-form';

const today = '2026-11-22';
const docNumber = testIdCard('330100', '1988-09-23', '902');
const good: ClaimDraft = {
  who: 'relative',
  kin: 'parent',
  name: ' 测试乙 ',
  docType: 'id_card',
  docNumber,
  hospital: { code: 'hospital-1', name: '测试医院' },
  admittedOn: '2026-11-01',
  dischargedOn: '2026-11-08',
  lookupConsent: true,
};
const wrong = (change: Partial<ClaimDraft>) => Object.keys(problemsOf({ ...good, ...change }, today));

describe('the form of a claim', () => {
  it('has nothing to say about a filled form', () => expect(wrong({})).toEqual([]));

  it('names every missing field in the order of the page', () =>
    expect(Object.keys(problemsOf({ ...emptyDraft, who: 'relative' }, today))).toEqual([
      'relation',
      'donor.name',
      'donor.document.docNumber',
      'hospitalCode',
      'admittedOn',
      'dischargedOn',
      'lookupConsent',
    ]));

  it('asks nothing about a donor who is the patient', () =>
    expect(wrong({ who: 'self', kin: null, name: '', docNumber: '' })).toEqual([]));

  it.each<[string, Partial<ClaimDraft>, string]>([
    [
      'a wrong check digit',
      { docNumber: `${docNumber.slice(0, 16)}${(Number(docNumber[16]) + 1) % 10}${docNumber[17]}` },
      'donor.document.docNumber',
    ],
    ['a number of another document', { docType: 'hk_macau_permit' }, 'donor.document.docNumber'],
    ['a discharge before the admission', { dischargedOn: '2026-10-31' }, 'dischargedOn'],
    ['a discharge tomorrow', { dischargedOn: '2026-11-23' }, 'dischargedOn'],
    ['no consent', { lookupConsent: false }, 'lookupConsent'],
  ])('%s is said at its field', (_, change, field) => expect(wrong(change)).toEqual([field]));

  it('discharge today is no problem', () => expect(wrong({ dischargedOn: today })).toEqual([]));

  it('sends the donor as a relative with a tidy name and number', () =>
    expect(inputOf({ ...good, docNumber: ` ${docNumber.toLowerCase()} ` })).toMatchObject({
      donor: { who: 'relative', name: '测试乙', document: { docType: 'id_card', docNumber } },
      relation: 'parent',
      hospitalCode: 'hospital-1',
    }));

  it('sends no relative when the patient donated', () =>
    expect(inputOf({ ...good, who: 'self' })).toMatchObject({ donor: { who: 'self' }, relation: 'self' }));
});
