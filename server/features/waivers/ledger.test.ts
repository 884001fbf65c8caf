import { getEntitlement } from '@contract/waivers';
import { Donation, donationsChanged } from '@server/features/donations';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { type TestPerson, aDonor } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { aDonation } from '@server/testing/builders/waivers';
import { type TestApp, startTestApp } from '@server/testing/test-app';
import { ledgerPosted, ledgerShort } from './ledger-events';
import { followTime } from './ledger-follow';
import { claimIdOf, readCase, replayCases } from './ledger-replay';
import { findShortfalls } from './ledger-shortfall';
import { postClawedBack, postPaid, returnWaiver, spendWaiver } from './spend-waiver';
import { WaiverAccount } from './waiver-account.entity';
import { WaiverPosting } from './waiver-posting.entity';

let test: TestApp;
let donor: TestPerson;
beforeEach(async () => {
  test = await startTestApp();
  donor = await aDonor(test, { name: '测试献血', birthDate: '1990-05-05' });
});
afterEach(() => test.close());

const usedOn = '2026-03-01';
const spend = (id: string, bloodFeeFen: number, relation: 'parent' | 'self' = 'parent') =>
  test.inTransaction(tx => spendWaiver(tx, { id, donorId: donor.personId, relation, usedOn, bloodFeeFen }));
const rows = () => test.inTransaction(tx => tx.em.find(WaiverPosting));
const view = async (on?: string) =>
  test.get(getEntitlement, on ? { on } : {}, { as: (await asCitizen(test, donor)).token });
/** The faults of a ledger whose claims are only in these tests. */
const faults = async () =>
  (await test.inTransaction(tx => ledgerFaults(tx.em))).filter(text => !text.startsWith('lines of a claim'));
const change = async (donation: Donation, set: Partial<Donation>) => {
  await test.inTransaction(async tx => {
    await tx.em.update(Donation, { id: donation.id }, set);
    await announce(tx, donationsChanged, { personIds: [donor.personId], via: 'intake' });
  });
};

describe('the ledger of a donor', () => {
  it('has no line until somebody uses it, and then the whole story', async () => {
    await aDonation(test, donor, '2019-03-01');
    await aDonation(test, donor, '2024-01-10');
    expect((await view()).relatives.quotaMl).toBe(600);
    expect(await rows()).toEqual([]);
    await spend(newId(), 11_000);
    const available = (await rows()).filter(({ account, pool }) => account === 'available' && pool === 'relative');
    expect(available.map(({ kind, ml, valueOn }) => [kind, ml, valueOn]).sort()).toEqual([
      ['convert', -200, '2024-03-02'],
      ['earn', 400, '2019-03-01'],
      ['earn', 400, '2024-01-10'],
      ['spend', -100, '2026-03-01'],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('explains each line, and every other day from the same lines', async () => {
    await aDonation(test, donor, '2023-03-01');
    await spend(newId(), 11_000);
    const now = await view();
    expect(now.relatives.lines).toMatchObject([
      { formula: '2023-03-01 献血 200 毫升 × 2，2028-03-01 及以前有效', edition: 'zj-waiver-2014', availableMl: 300 },
    ]);
    expect(now.own.lines[0]?.formula).toBe('2023-03-01 献血 200 毫升 × 5，2028-03-01 及以前有效');
    expect(now.ledger).toMatchObject({ earnedMl: 1400, availableRelativesMl: 300, usedByRelativesMl: 100 });
    expect(now.ledger.entries.map(({ text }) => text)).toContain('2023-03-01 献血 200 毫升 × 5，本人可用');
    expect((await view('2026-02-28')).relatives.quotaMl).toBe(400);
    expect((await view('2028-03-02')).relatives).toMatchObject({ quotaMl: 100, lines: [{ factor: 1 }] });
    expect((await view('2023-02-28')).relatives.entitled).toBe(false);
  });

  it('counts what a donor uses who is free for life, against no donation', async () => {
    await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
    expect(await spend(newId(), 99_999, 'self')).toMatchObject({ waivedFen: 99_999 });
    expect((await view()).ledger).toMatchObject({ usedByDonorMl: 910, availableOwnMl: 2000 });
    expect(await faults()).toEqual([]);
  });

  it('moves what was used to paid, and back when the money is called back, each once', async () => {
    await aDonation(test, donor, '2024-01-10');
    const told: unknown[] = [];
    test.app.events.on(ledgerPosted, async (_tx, { kind, ml }) => void told.push([kind, ml]));
    const claim = { id: newId(), donorId: donor.personId };
    await spend(claim.id, 11_000);
    for (const post of [postPaid, postPaid]) await test.inTransaction(tx => post(tx, claim));
    expect((await view()).ledger).toMatchObject({ paidMl: 100, availableRelativesMl: 300 });
    for (const post of [postClawedBack, returnWaiver]) await test.inTransaction(tx => post(tx, claim));
    expect((await view()).ledger).toMatchObject({ paidMl: 0, availableRelativesMl: 400, reversedMl: 100 });
    expect(told).toEqual([
      ['spend', 100],
      ['pay', 100],
      ['claw_back', 100],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('writes by itself what five years end', async () => {
    await aDonation(test, donor, '2021-03-06');
    await spend(newId(), 1);
    expect(await test.inTransaction(tx => tx.em.find(WaiverAccount))).toMatchObject([{ dueOn: '2026-03-07' }]);
    test.clock.advance(2 * 24 * 3600);
    await followTime(test.app);
    const converted = (await rows()).filter(({ kind, account }) => kind === 'convert' && account === 'lapsed');
    expect(converted.map(({ pool, ml, valueOn }) => [pool, ml, valueOn]).sort()).toEqual([
      ['relative', 200, '2026-03-07'],
      ['self', 800, '2026-03-07'],
    ]);
    expect(await test.inTransaction(tx => tx.em.find(WaiverAccount))).toMatchObject([{ dueOn: '9999-12-31' }]);
  });
});

describe('a donation that is corrected after it was used', () => {
  it('gives less from then on', async () => {
    const donation = await aDonation(test, donor, '2024-01-10', { volumeMl: 300 });
    await spend(newId(), 11_000);
    await change(donation, { volumeMl: 200 });
    expect((await view()).ledger).toMatchObject({ availableRelativesMl: 300, shortMl: 0 });
    expect((await rows()).filter(({ kind }) => kind === 'correct').length).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
  });

  it('hands what was used to the donor’s other donations when it moves to another person', async () => {
    const moved = await aDonation(test, donor, '2023-12-10');
    const stays = await aDonation(test, donor, '2024-01-10');
    await spend(newId(), 22_000);
    const other = await aDonor(test);
    await change(moved, { personId: other.personId });
    expect((await view()).relatives.lines).toMatchObject([{ donationId: stays.id, usedMl: 200, availableMl: 200 }]);
    expect(await test.inTransaction(findShortfalls)).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('becomes a case when nothing covers it, which closes when it is covered again', async () => {
    const told: unknown[] = [];
    test.app.events.on(ledgerShort, async (_tx, { ml }) => void told.push(ml));
    const donation = await aDonation(test, donor, '2024-01-10');
    await spend(newId(), 33_000);
    const other = await aDonor(test);
    await change(donation, { personId: other.personId });
    expect(await test.inTransaction(findShortfalls)).toMatchObject([{ donationId: donation.id, ml: 300 }]);
    expect((await view()).ledger).toMatchObject({ shortMl: 300, availableRelativesMl: 0 });
    await change(donation, { personId: donor.personId });
    expect(await test.inTransaction(findShortfalls)).toEqual([]);
    expect((await view()).ledger).toMatchObject({ shortMl: 0, availableRelativesMl: 100 });
    expect([told, await faults()]).toEqual([[300], []]);
  });
});

describe('earlier cases from a file', () => {
  async function* lines(...texts: string[]) {
    yield 'case_number,certificate_number,relation,used_on,blood_fee_fen';
    yield* texts;
  }
  const play = (...texts: string[]) => replayCases(test.app, lines(...texts));

  it('are entered once, by the rules of the day of use', async () => {
    await aDonation(test, donor, '2018-01-10', { volumeMl: 300 });
    const certificate = (await test.inTransaction(tx => tx.em.query('SELECT certificate_number AS n FROM donor'))) as {
      n: string;
    }[];
    const number = certificate[0]?.n ?? '';
    const file = [
      `A1,${number},parent,2022-12-31,22000`,
      `A2,${number},self,2023-01-11,99000`,
      `A3,${number},sibling,2023-01-11,5000`,
    ];
    expect(await play(...file)).toEqual({ read: 3, posted: 2, known: 0, notCovered: 2, refused: 0 });
    expect(await play(...file)).toMatchObject({ posted: 0, known: 2 });
    const used = (await rows()).filter(({ account }) => account === 'spent');
    expect(used.map(({ claimId, pool, ml }) => [claimId, pool, ml]).sort()).toEqual(
      [
        [claimIdOf('A1'), 'relative', 200],
        [claimIdOf('A2'), 'self', 300],
      ].sort(),
    );
    expect((await view()).ledger).toMatchObject({ availableRelativesMl: 100, availableOwnMl: 0 });
    expect(await faults()).toEqual([]);
  });

  it('are refused when nobody has the number or the line cannot be read', async () => {
    expect(await play('A1,ZJ000,parent,2022-12-31,22000', 'A2,ZJ000,parent,2022-13-31,1', 'nothing')).toMatchObject({
      read: 3,
      refused: 3,
    });
    expect(readCase('A1,ZJ1,cousin,2022-12-31,100', 1)).toBeUndefined();
    expect(claimIdOf('A1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
