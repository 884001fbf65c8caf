import { shownFacts } from './verdicts';

const checkedAt = '2026-11-22T01:00:00.000Z';

describe('what a third party sees', () => {
  it('shows every field that the holder chose', () => {
    const facts = shownFacts({
      status: 'valid',
      checkedAt,
      certificateNumber: 'ZJ330100000001',
      shown: {
        name: '测试甲',
        bloodGroup: { abo: 'O', rhd: 'negative' },
        totals: { donations: 12, wholeBloodMl: 3200, plateletUnitsTenths: 45 },
        lastDonationOn: '2026-05-20',
        award: 'bronze',
      },
    });
    expect(facts.map(({ label, value }) => `${label} ${String(value)}`)).toEqual([
      '姓名 测试甲',
      '证书编号 ZJ 3301 0000 0001',
      '血型 O 型 RhD 阴性',
      '献血 共 12 次，全血 3,200 毫升，血小板 4.5 单位',
      '最近献血 2026年5月20日',
      '奖项 达到全国无偿献血奉献奖铜奖',
    ]);
  });

  it('shows nothing that was not chosen', () =>
    expect(shownFacts({ status: 'valid', checkedAt, certificateNumber: 'ZJ330100000001', shown: {} })).toEqual([
      { label: '证书编号', value: 'ZJ 3301 0000 0001' },
    ]));

  it('leaves out a kind that was never given', () =>
    expect(
      shownFacts({
        status: 'valid',
        checkedAt,
        certificateNumber: null,
        shown: { totals: { donations: 1, wholeBloodMl: 400, plateletUnitsTenths: 0 } },
      }),
    ).toEqual([{ label: '献血', value: '共 1 次，全血 400 毫升' }]));
});
