import { findDeferralRule } from './deferral';
import { findDonationEdition, getDonationEdition, laterStarts } from './donation-edition';
import type { DonationEdition, LocalEdition } from './donation-edition';
import { editions } from './edition';
import { earliestDates } from './interval';
import { checkMeasurements } from './measurement';

const draft = editions.donation.find(({ enabled }) => !enabled) as DonationEdition;
const [ours] = editions.local as readonly [LocalEdition];

describe('the donation rules of a day', () => {
  it('are those of the standard since it came into force', () => {
    expect(getDonationEdition('2012-07-01').id).toBe('cn-donation-2011');
    expect(getDonationEdition('2026-11-22').rules.wholeToWhole).toMatchObject({ value: 6, unit: 'month' });
  });

  it('knows what held before the standard, and that nothing is known before the law', () => {
    const before = getDonationEdition('2012-06-30');
    expect(before.id).toBe('cn-donation-1998');
    expect(before.rules.plateletsToPlatelets).toMatchObject({ value: 28, unit: 'day', confirmed: true });
    expect(before.rules.maxAgeRepeat).toMatchObject({ value: 55, confirmed: false });
    expect(findDonationEdition('1998-09-30')).toBeUndefined();
    expect(findDeferralRule('T-21', '1990-01-01')).toBeUndefined();
  });

  it('never take the draft law while it is switched off', () => {
    expect(getDonationEdition('9999-12-31').id).toBe('cn-donation-2011');
    expect(laterStarts('2026-11-22')).toEqual([]);
  });

  it('take the number that the standard leaves out from the province, and say that it is local and unconfirmed', () => {
    const [finding] = checkMeasurements({ sex: 'male', type: 'whole_blood', temperature: 37.6 }, '2026-11-22');
    expect(finding).toMatchObject({ ruleId: 'TEMP', force: 'local', confirmed: false, edition: 'zj-donation-local' });
  });

  it('keeps a local rule under a new national law, and a local interval above the national one', () => {
    const national = [...editions.donation, { ...draft, enabled: true, effectiveFrom: '2027-01-01' }];
    const wholeToWhole = { ...draft.rules.wholeToWhole, value: 120, force: 'local' as const };
    const stricter: LocalEdition = {
      ...ours,
      id: 'zj-later',
      effectiveFrom: '2027-03-01',
      rules: { ...ours.rules, wholeToWhole },
    };
    const among = { national, local: [ours, stricter] };
    expect(getDonationEdition('2027-01-01', among).rules.limitTemperature?.edition).toBe('zj-donation-local');
    expect(laterStarts('2026-11-22', among)).toEqual(['2027-01-01', '2027-03-01']);
    const asked = earliestDates([{ id: 'w', type: 'whole_blood', on: '2027-03-10' }], '2027-03-20', {
      among,
    }).whole_blood;
    expect(asked).toMatchObject({
      date: '2027-07-08',
      reasons: [{ value: '120天', force: 'local', edition: 'zj-later' }],
    });
  });
});
