import { type CrossDraft, crossInput, crossProblems, emptyCross, neededKinds, saySize } from './cross-form';

const today = '2026-03-05';
const file = (kind: 'discharge_bill' | 'kinship' | 'donation_certificate') => ({
  ...{ uploadId: `00000000-0000-7000-8000-00000000000${kind.length % 10}`, kind, bytes: 1000, address: '' },
  contentType: 'image/jpeg' as const,
});
const treated: CrossDraft = {
  ...emptyCross,
  ...{ crossing: 'treated', province: 'CN-AH', who: 'self', hospitalName: '安徽省示范医院' },
  ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-04', billCode: '34060126', billNumber: '0000000001' },
  ...{ billIssuedOn: '2026-03-04', bloodFee: '880', files: [file('discharge_bill')] },
};
const donated: CrossDraft = {
  ...treated,
  ...{ crossing: 'donated', hospital: { code: 'H1', name: '浙江省示范医院' }, files: [file('donation_certificate')] },
};

describe('the form across provinces', () => {
  it.each<[string, CrossDraft, string[]]>([
    ['used elsewhere', treated, []],
    ['given elsewhere', donated, []],
    ['nothing', emptyCross, ['crossing', 'province', 'donor.who', 'hospitalCode', 'admittedOn', 'dischargedOn']],
    ['no bill', { ...treated, billCode: '', bloodFee: '0' }, ['bill.code', 'bill.bloodFeeFen']],
    ['no picture', { ...treated, files: [] }, ['files.discharge_bill']],
    ['the picture of another thing', { ...donated, files: [file('kinship')] }, ['files.donation_certificate']],
    [
      'a relative without papers',
      { ...treated, who: 'relative', kin: 'parent', name: '测试甲', docType: 'passport', docNumber: 'E00000000' },
      ['files.kinship'],
    ],
    ['a short name of a hospital', { ...treated, hospitalName: '医院' }, ['hospitalName']],
  ])('misses, with %s, exactly that', (_what, draft, fields) => {
    expect(Object.keys(crossProblems(draft, today))).toEqual(fields);
  });

  it('asks for the papers that nobody here can look up', () => {
    expect(neededKinds(emptyCross)).toEqual([]);
    expect(neededKinds({ ...donated, who: 'relative' })).toEqual(['donation_certificate', 'kinship']);
    expect(neededKinds(treated)).toEqual(['discharge_bill']);
  });

  it('sends the two provinces, and the bill only of the other one', () => {
    expect(crossInput(treated)).toMatchObject({
      donatedIn: 'CN-ZJ',
      treatedIn: 'CN-AH',
      hospitalName: '安徽省示范医院',
      bill: { code: '34060126', bloodFeeFen: 88_000 },
      relation: 'self',
    });
    const sent = crossInput(donated);
    expect(sent).toMatchObject({ donatedIn: 'CN-AH', treatedIn: 'CN-ZJ', hospitalCode: 'H1' });
    expect(sent.bill).toBeUndefined();
    expect(sent.hospitalName).toBeUndefined();
  });

  it.each([
    [10, '1 千字节'],
    [204_800, '200 千字节'],
    [3_670_016, '3.5 兆'],
  ])('says %d bytes as %s', (bytes, text) => {
    expect(saySize(bytes)).toBe(text);
  });
});
