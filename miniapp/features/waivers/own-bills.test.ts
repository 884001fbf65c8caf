import { type Claim } from './claim-states';
import { ofBlood } from './own-bills';

const bill = (number: string, issuedOn: string): Claim['bills'][number] => ({
  ...{ code: '33060126', number, issuedOn, status: 'normal', bloodFeeFen: 100, waivedFen: 0, lines: [] },
});
const claim = (...bills: Claim['bills']): Claim => ({
  ...{ id: '', number: '', state: 'approved', relation: 'self', madeBy: 'patient', via: 'online', next: '' },
  ...{ donorMaskedName: '', patientMaskedName: '', hospitalName: '测试医院', admittedOn: '', dischargedOn: '' },
  ...{ bloodFeeFen: null, waivedFen: null, givenBackFen: 0, clause: null, expectedBy: null, donorConsent: null },
  ...{ reasons: [], evidence: [], timeline: [], bills, crossing: null },
  ...{ asked: null, appealUntil: null, appeal: null },
});

describe('the bills of a person', () => {
  it('stand once each, the newest first, also when two donors’ claims share one', () =>
    expect(
      ofBlood([
        claim(bill('99260101', '2026-01-12')),
        claim(bill('99260101', '2026-01-12'), bill('99260201', '2026-02-12')),
      ]).map(({ number }) => number),
    ).toEqual(['99260201', '99260101']));
});
