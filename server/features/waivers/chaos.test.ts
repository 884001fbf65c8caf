import { getClaim, getEntitlement, startClaim } from '@contract/waivers';
import { CIVIL_AFFAIRS_PATHS } from '@server/adapters/civil-affairs/simulator';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import { FINANCE_PATHS } from '@server/adapters/finance/simulator';
import { PUBLIC_SECURITY_PATHS } from '@server/adapters/public-security/simulator';
import type { Organization } from '@server/features/organizations';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aBill, aDonation, agreesToLookUps, inOneHousehold, registered } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';
import { checkClaim } from './check-claim';
import { RETRY_MINUTES } from './check-claim-job';
import { WaiverBillBalance } from './waiver-bill-balance.entity';

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let platform: DataSharingSimulator;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;

beforeEach(async () => {
  ({ test, register, platform, hospital } = world);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
  aBill(register, patient, hospital.code);
});
afterEach(() => jest.restoreAllMocks());

const start = async (relation: 'parent' | 'spouse' = 'parent'): Promise<string> => {
  const { token } = await asCitizen(test, patient);
  const claim = await test.get(
    startClaim,
    {
      donor: { who: 'relative', name: donor.name, document: donor.document },
      relation,
      hospitalCode: hospital.code,
      admittedOn: '2026-03-01',
      dischargedOn: '2026-03-04',
      lookupConsent: true,
    },
    { as: token },
  );
  return claim.id;
};
const read = async (claimId: string) => {
  const { token } = await asCitizen(test, patient);
  return test.get(getClaim, { claimId }, { as: token });
};
/** What was spent of the donor and waived of the bill: both once, or both not at all. */
const books = async () => {
  const { token } = await asCitizen(test, donor);
  const { relatives } = await test.get(getEntitlement, {}, { as: token });
  const balances = await test.inTransaction(tx => tx.em.find(WaiverBillBalance));
  return {
    ml: relatives.lines.reduce((sum, { usedMl }) => sum + usedMl, 0),
    fen: balances.reduce((sum, { waivedFen }) => sum + waivedFen, 0),
  };
};
const once = { ml: 800, fen: 88_000 };
const never = { ml: 0, fen: 0 };
const tick = async (times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) {
    await test.drain();
    test.clock.advance(8 * 3600);
  }
};

/** A claim on the word of civil affairs alone: a wife by the marriage register. */
const married = (): void => {
  register.households = [];
  register.marriages.push({ man: registered(donor), woman: registered(patient), date: '2015-10-01', kind: 'marriage' });
};

type Trouble = [string, () => void | Promise<void>, () => void];
const nothing = (): void => undefined;

describe('outside systems in trouble', () => {
  it.each<Trouble>([
    ['the platform is down', () => void (platform.down = true), () => void (platform.down = false)],
    [
      'the household register is down',
      () => void platform.brokenPaths.add(PUBLIC_SECURITY_PATHS.household),
      () => platform.brokenPaths.clear(),
    ],
    [
      'the population register is down',
      () => void platform.brokenPaths.add(PUBLIC_SECURITY_PATHS.population),
      () => platform.brokenPaths.clear(),
    ],
    [
      'the finance register is down',
      () => void platform.brokenPaths.add(FINANCE_PATHS.find),
      () => platform.brokenPaths.clear(),
    ],
    ['our quota is used up', () => void (platform.quota = 0), () => void (platform.quota = undefined)],
    [
      'one answer comes and the next ones do not',
      () => void (platform.quota = 1),
      () => void (platform.quota = undefined),
    ],
  ])('%s: the claim waits and says so, then it is approved once', async (_case, breakIt, mendIt) => {
    await breakIt();
    const id = await start();
    await test.drain();
    const waiting = await read(id);
    expect(waiting.state).toBe('checking');
    expect(waiting.timeline.at(-1)?.text).toContain('登记系统暂时没有回应');
    expect(await books()).toEqual(never);
    mendIt();
    await tick(2);
    expect((await read(id)).state).toBe('approved');
    expect(await books()).toEqual(once);
  });

  it.each<Trouble>([
    ['the platform stays down', () => void (platform.down = true), nothing],
    ['the finance register stays down', () => void platform.brokenPaths.add(FINANCE_PATHS.find), nothing],
  ])('%s: a person has the claim in the end, nothing is spent', async (_case, breakIt) => {
    await breakIt();
    const id = await start();
    await tick(RETRY_MINUTES.length + 2);
    const claim = await read(id);
    expect(claim.state).toBe('needs_person');
    expect(claim.reasons.map(reason => reason.id)).toContain('bill_unavailable');
    expect(await books()).toEqual(never);
  });

  it.each<[string, () => void]>([
    ['the household register knows the number under another name', () => renamed('测试他人')],
    ['the household register lost a character', () => renamed('测试?')],
    ['the finance register answers a bill of somebody else', () => billOf({ payerName: '测试他人' })],
    ['the finance register answers lines that do not add up', () => billOf({ totalFen: 1 })],
  ])('wrong: %s; a person looks, nothing is spent', async (_case, distort) => {
    distort();
    const id = await start();
    await test.drain();
    expect((await read(id)).state).toBe('needs_person');
    expect(await books()).toEqual(never);
  });

  it('answering twice: a bill and a book that come doubled count once', async () => {
    register.bills.push(...register.bills);
    register.households.push(...register.households);
    const id = await start();
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'approved', waivedFen: 88_000, bloodFeeFen: 100_000 });
    expect(await books()).toEqual(once);
  });

  it('a check that runs twice, at once and again later, decides once', async () => {
    const id = await start();
    const job = { claimId: id, attempt: 0 };
    const outcomes = await Promise.allSettled([checkClaim(test.app, job), checkClaim(test.app, job)]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    await checkClaim(test.app, job);
    await test.drain();
    expect((await read(id)).state).toBe('approved');
    expect(await books()).toEqual(once);
  });

  it('a look-up that breaks hands the claim to a person instead of leaving it as checking for ever', async () => {
    const broken = jest.spyOn(test.app.adapters.publicSecurity, 'household');
    broken.mockRejectedValue(new TypeError('an answer of a form that nobody knows'));
    const id = await start();
    for (let hour = 0; hour < 13; hour++) {
      await test.drain();
      test.clock.advance(3601);
    }
    expect(await read(id)).toMatchObject({ state: 'needs_person', reasons: [{ id: 'check_failed' }] });
  });

  it('civil affairs are down: the claim waits and says so, then it is approved once', async () => {
    married();
    platform.brokenPaths.add(CIVIL_AFFAIRS_PATHS.marriage);
    const id = await start('spouse');
    await test.drain();
    expect((await read(id)).timeline.at(-1)?.text).toContain('登记系统暂时没有回应');
    expect(await books()).toEqual(never);
    platform.brokenPaths.clear();
    await tick(2);
    expect((await read(id)).state).toBe('approved');
    expect(await books()).toEqual(once);
  });

  it.each<[string, () => void, string]>([
    ['answer twice', () => void register.marriages.push(...register.marriages), 'approved'],
    [
      'know the number under another name',
      () => void register.marriages.forEach(({ woman }) => (woman.name = '测试他人')),
      'needs_person',
    ],
    [
      'answer a divorce as well',
      () =>
        void register.marriages.push(
          ...register.marriages.map(one => ({ ...one, date: '2020-01-01', kind: 'divorce' as const })),
        ),
      'needs_person',
    ],
  ])('civil affairs %s: decided once, or not at all', async (_case, distort, state) => {
    married();
    distort();
    const id = await start('spouse');
    await test.drain();
    expect((await read(id)).state).toBe(state);
    expect(await books()).toEqual(state === 'approved' ? once : never);
  });

  it('a decision that is late says so and promises no day that has passed', async () => {
    platform.down = true;
    const id = await start();
    expect((await read(id)).expectedBy).toBe('2026-03-10');
    await tick(20);
    const claim = await read(id);
    expect(claim).toMatchObject({ state: 'needs_person', expectedBy: null });
    expect(claim.next).toContain('比预计的晚了');
  });

  it('a slow register does not hold the books: others read and write meanwhile', async () => {
    const id = await start();
    let free = nothing;
    const household = test.app.adapters.publicSecurity.household.bind(test.app.adapters.publicSecurity);
    const slow = jest.spyOn(test.app.adapters.publicSecurity, 'household').mockImplementationOnce(async person => {
      await new Promise<void>(resolve => (free = resolve));
      return household(person);
    });
    const check = checkClaim(test.app, { claimId: id, attempt: 0 });
    while (slow.mock.calls.length === 0) await new Promise(setImmediate);
    // A transaction of its own, which on SQLite would wait for ever for one that is open.
    expect(await books()).toEqual(never);
    free();
    await check;
    expect((await read(id)).state).toBe('approved');
  });
});

function renamed(name: string): void {
  for (const { members } of register.households)
    for (const member of members) if (member.docNumber === patient.document.docNumber) member.name = name;
}

function billOf(change: Partial<(typeof register.bills)[number]>): void {
  register.bills = register.bills.map(bill => ({ ...bill, ...change }));
}
