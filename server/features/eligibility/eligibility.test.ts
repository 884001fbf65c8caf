import { getEligibility, getMyDeferrals } from '@contract/eligibility';
import { addDays } from '@rules/calendar';
import { addDeferral } from '@server/features/donors';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { requireEligible } from '.';

let test: TestApp;
let today: string;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  today = await test.inTransaction(tx => Promise.resolve(tx.today));
});

const deferred = async (ruleId: string, days: number | null) => {
  const donor = await asCitizen(test);
  const untilOn = days === null ? null : addDays(today, days);
  await test.inTransaction(tx => addDeferral(tx, { personId: donor.personId, ruleId, reason: '测试原因', untilOn }));
  return { ...donor, untilOn };
};
const mine = async (token: string) => {
  const answer = await test.call(getMyDeferrals, {}, { as: token });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.items;
};
const ask = (token: string, type: 'whole_blood' | 'platelets' = 'whole_blood') =>
  test.call(getEligibility, { type, on: today }, { as: token });

describe('the deferrals of the person in session', () => {
  it('are told in plain words, from when until when, by which rule, and what would change it', async () => {
    const { token, untilOn } = await deferred('T-21', 100);
    expect(await mine(token)).toMatchObject([
      {
        ruleId: 'T-21',
        text: '纹身，要等1年',
        from: today,
        until: untilOn,
        permanent: false,
        onlyFor: null,
        source: 'GB 18467-2011 6.2 暂不能献血',
        force: 'recommended',
        confirmed: true,
      },
    ]);
    expect((await mine(token))[0]?.change).toBeTruthy();
  });

  it('are none for who has none, and for who is over it', async () => {
    expect(await mine((await asCitizen(test)).token)).toEqual([]);
    const over = await deferred('T-21', 0);
    expect(await mine(over.token)).toEqual([]);
  });

  it.each(['LAB-HIV', 'P-14', 'T-35', 'UNKNOWN-9'])('say nothing of %s but to call the station', async ruleId => {
    const { token, untilOn } = await deferred(ruleId, 200);
    const items = await mine(token);
    expect(items).toMatchObject([
      { ruleId: null, source: null, force: null, text: '请与血站联系', until: untilOn, permanent: false },
    ]);
    const answer = await ask(token);
    expect(answer).toMatchObject({ value: { verdict: 'not_before', date: untilOn, reasons: [{ ruleId: 'CALL' }] } });
    for (const said of [items, answer])
      expect(JSON.stringify(said)).not.toMatch(new RegExp(`${ruleId}|检测|高危|测试原因`));
  });

  it('say when only platelets are barred', async () => {
    const { token } = await deferred('T-31', 5);
    expect(await mine(token)).toMatchObject([{ onlyFor: 'platelets' }]);
    expect(await ask(token)).toMatchObject({ value: { verdict: 'yes' } });
    expect(await ask(token, 'platelets')).toMatchObject({ value: { verdict: 'not_before' } });
  });
});

describe('whether the person in session may donate', () => {
  it('comes with rule, value, source, force, end and what would change it', async () => {
    const { token, untilOn } = await deferred('T-21', 100);
    expect(await ask(token)).toMatchObject({
      value: {
        verdict: 'not_before',
        date: untilOn,
        reasons: [
          {
            kind: 'deferral',
            effect: 'not_before',
            ruleId: 'T-21',
            value: '1年',
            force: 'recommended',
            until: untilOn,
            edition: 'cn-deferral-2011',
            change: '到了日子自动解除；情况有变化的，可以请体检医生提前看一看。',
          },
        ],
      },
    });
  });

  it('names no deferral in a refusal, whose details reach logs, nor among the next dates', async () => {
    const { token, personId, untilOn } = await deferred('T-21', 100);
    const refusal = await test
      .inTransaction(tx => requireEligible(tx, personId, 'whole_blood', today))
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'NOT_ELIGIBLE',
      details: { earliest: untilOn, reasons: [{ ruleId: 'DEFERRAL', until: untilOn }] },
    });
    const answer = await ask(token);
    const dates = answer.ok ? answer.value.nextDates : [];
    expect(dates.map(({ date }) => date)).toEqual([untilOn, untilOn]);
    for (const said of [refusal, dates]) expect(JSON.stringify(said)).not.toMatch(/T-21|纹身/);
  });
});
