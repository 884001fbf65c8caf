import { testIdCard } from '@rules/identifiers';
import { emptyDraft, inputOf, problemsOf, type SettleDraft } from './settle-form';

const party = (name: string, serial: string) => ({
  name,
  docType: 'id_card' as const,
  docNumber: testIdCard('330100', '1961-02-05', serial),
});
const good: SettleDraft = {
  ...emptyDraft('2026-11-22'),
  who: 'self',
  patient: party('测试己', '906'),
  hospitalReference: 'HIS-0001',
  admittedOn: '2026-11-10',
  billCode: '33060126',
  billNumber: '0012345678',
  lines: [{ name: '去白细胞悬浮红细胞', amount: '1,260.5' }],
  consent: { who: 'patient', name: '', strokes: [[[1, 2]]] },
};
const wrong = (change: Partial<SettleDraft>) => Object.keys(problemsOf({ ...good, ...change }));

describe('the form at the discharge desk', () => {
  it('has nothing to say about a filled form', () => expect(wrong({})).toEqual([]));

  it('asks about the donor only when a relative donated', () =>
    expect(wrong({ who: 'relative' })).toEqual(['donor.relation', 'donor.name', 'donor.document.docNumber']));

  it('wants the signature of the patient, or of a relative with a name, before anything is asked', () => {
    expect(wrong({ consent: { who: 'patient', name: '', strokes: [] } })).toEqual(['consent.signature']);
    expect(wrong({ consent: { ...good.consent, who: 'relative' } })).toEqual(['consent.signer.name']);
    const signed = inputOf({ ...good, consent: { ...good.consent, who: 'relative', name: '测试乙' } });
    expect(signed.consent).toMatchObject({ how: 'signed', signer: { who: 'relative', name: '测试乙' } });
  });

  it.each<[string, Partial<SettleDraft>, string]>([
    ['a discharge before the admission', { dischargedOn: '2026-11-09' }, 'dischargedOn'],
    ['a short reference', { hospitalReference: 'A1' }, 'hospitalReference'],
    ['a bill number with a space inside', { billNumber: '0012 345678' }, 'billNumber'],
    ['an amount in words', { lines: [{ name: '血浆', amount: '八百' }] }, 'lines.0.amountFen'],
    ['a second line without a name', { lines: [...good.lines, { name: '', amount: '1' }] }, 'lines.1.name'],
  ])('%s is said at its field', (_, change, field) => expect(wrong(change)).toEqual([field]));

  it('sends amounts in fen and numbers the lines', () =>
    expect(inputOf(good).lines).toEqual([{ code: '1', name: '去白细胞悬浮红细胞', amountFen: 126_050 }]));

  it('names nobody when the service is to look', () => {
    expect(inputOf({ ...good, who: 'found' }).donor).toEqual({ who: 'found' });
  });

  it('sends the relation with a relative and not with the patient', () => {
    expect(inputOf(good).donor).toEqual({ who: 'self' });
    expect(inputOf({ ...good, who: 'relative', kin: 'parent', donor: party('测试乙', '902') }).donor).toMatchObject({
      who: 'relative',
      name: '测试乙',
      relation: 'parent',
    });
  });
});
