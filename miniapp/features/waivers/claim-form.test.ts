import { testIdCard } from '@rules/identifiers';
import { type ClaimDraft, emptyDraft } from './claim-draft';
import { inputOf, problemsOf } from './claim-form';
import { lookUpsOf } from './look-ups';

const today = '2026-11-22';
const docNumber = testIdCard('330100', '1988-09-23', '902');
const good: ClaimDraft = {
  ...emptyDraft,
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
const child: Partial<ClaimDraft> = {
  patient: 'child',
  childName: '测试丙',
  childDocNumber: testIdCard('330100', '2015-03-08', '903'),
  guardianConsent: true,
};
const bill: Partial<ClaimDraft> = {
  withBill: true,
  billCode: '3306 0126',
  billNumber: '9926020001',
  billCheckCode: 'a1B2c3',
  billIssuedOn: '2026-11-08',
  billTotal: '1,470.5',
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
    ['a child without a guardian who agrees', { ...child, guardianConsent: false }, 'patient.guardianConsent'],
    ['a bill without its check code', { ...bill, billCheckCode: 'a1b2c' }, 'bill.checkCode'],
    ['a bill of tomorrow', { ...bill, billIssuedOn: '2026-11-23' }, 'bill.issuedOn'],
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

  it('sends a child with its guardian’s word, and the parent who donated as its parent', () =>
    expect(inputOf({ ...good, ...child, who: 'self' })).toMatchObject({
      patient: { who: 'child', name: '测试丙', guardianConsent: true },
      donor: { who: 'self' },
      relation: 'child',
    }));

  it('sends the five elements of a bill as the register writes them, and none when they are to be fetched', () => {
    expect(inputOf({ ...good, ...bill }).bill).toEqual({
      ...{ code: '33060126', number: '9926020001', checkCode: 'a1B2c3', issuedOn: '2026-11-08', totalFen: 147_050 },
    });
    expect(inputOf({ ...good, ...bill, withBill: false })).not.toHaveProperty('bill');
  });
});

describe('what is looked up', () => {
  it('is said before a claim is sent: no kinship where the patient donated, nothing where no rule lists the relation', () => {
    const places = (change: Partial<ClaimDraft>) => lookUpsOf({ ...good, ...change }).map(({ where }) => where);
    expect(places({ who: 'self' })).toEqual(['献血记录', '财政电子票据']);
    expect(places({}).join()).toMatch(/民政婚姻登记/);
    expect(places({ ...child, who: 'self' })[0]).toMatch(/户籍/);
    expect(places({ kin: 'grandchild' })).toEqual([]);
  });
});
