import { deferVisit, getMyVisit } from '@contract/visits';
import { activeDeferrals } from '@server/features/donors';
import { aWalkIn, aWard, type Ward } from '@server/testing/builders/visits';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let ward: Ward;
beforeAll(async () => {
  test = await startTestApp();
  ward = await aWard(test);
});
afterAll(() => test.close());

describe('the wait of a deferral', () => {
  it.each([
    ['the wait of the rule', { ruleId: 'T-11' }, '2026-03-12'],
    ['the wait counted from the day of the cause', { ruleId: 'T-11', since: '2026-03-01' }, '2026-03-08'],
    ['a longer one as the nurse says', { ruleId: 'T-11', until: '2026-04-01' }, '2026-04-01'],
    [
      'a shorter one with a reason of the physician',
      { ruleId: 'T-11', waitDays: 2, overrideReason: '已痊愈' },
      '2026-03-07',
    ],
    ['no end where the rule has none', { ruleId: 'P-14', waitDays: 10 }, null],
  ] as const)('writes %s', async (_what, given, untilOn) => {
    const donor = await aWalkIn(test, ward);
    expect(await test.call(deferVisit, { visitId: donor.visit.id, ...given }, { as: ward.nurse })).toMatchObject({
      ok: true,
    });
    const deferrals = await test.inTransaction(tx => activeDeferrals(tx, donor.personId, tx.today));
    expect(deferrals).toMatchObject([{ ruleId: given.ruleId, untilOn }]);
  });

  it.each([
    ['a wait shorter than the rule without a reason', { ruleId: 'T-11', waitDays: 2 }, 'WAIT_TOO_SHORT'],
    ['no end where the rule leaves it to the physician', { ruleId: 'LAB-ALT' }, 'UNTIL_NEEDED'],
    ['a cause in the future', { ruleId: 'T-11', since: '2026-03-06' }, 'INVALID_INPUT'],
  ] as const)('refuses %s', async (_what, given, code) => {
    const donor = await aWalkIn(test, ward);
    expect(await test.call(deferVisit, { visitId: donor.visit.id, ...given }, { as: ward.nurse })).toMatchObject({
      code,
    });
    const { visit } = await test.get(getMyVisit, {}, { as: donor.token });
    expect(visit).toMatchObject({ state: 'waiting' });
  });
});
