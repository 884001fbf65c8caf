import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bindByRegister, readDemoCode, sendBindCode } from '@contract/binding';
import { bindIdentity, getCertificate } from '@contract/certificates';
import type { Output } from '@contract/endpoint';
import { issuePersonaCode, signIn, signInStaff, getMe } from '@contract/identity';
import { listClaimsForReview } from '@contract/waiver-review';
import { getEntitlement, listClaims } from '@contract/waivers';
import { dinCheckCharacter } from '@rules/identifiers';
import { openAdapters, type Adapters } from '@server/adapters';
import { Donation } from '@server/features/donations';
import { Person, StaffMember } from '@server/features/identity';
import { Slot } from '@server/features/sites';
import { readConfig } from '@server/platform/config';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { settableClock, type SettableClock } from '@server/platform/clock';
import { newcomer, people, personas, unboundDonation } from './personas';
import { seedDemo } from './seed-demo';

let test: TestApp;
let adapters: Adapters;
let clock: SettableClock;

beforeAll(async () => {
  clock = settableClock(testStart);
  adapters = await openAdapters(readConfig({ NODE_ENV: 'test' }), clock);
  test = await startTestApp({ adapters });
  await seedDemo(test.app);
}, 120_000);
afterAll(async () => {
  await test.close();
  await adapters.close();
});

async function enter(personaId: string): Promise<string> {
  const issued = await test.get(issuePersonaCode, { personaId });
  if (issued.via === 'staff')
    return (await test.get(signInStaff, { account: issued.account, password: issued.password })).accessToken;
  const input =
    issued.via === 'host'
      ? { host: issued.host, code: issued.code }
      : { host: 'zheliban' as const, ticket: issued.ticket, kind: issued.kind };
  return (await test.get(signIn, input)).accessToken;
}
const certificateOf = async (personaId: string): Promise<Output<typeof getCertificate>> =>
  test.get(getCertificate, {}, { as: await enter(personaId) });

describe('the demonstration', () => {
  it('lets everybody on the list sign in, in the role that the list names', async () => {
    for (const { id, role } of personas) expect((await test.get(getMe, {}, { as: await enter(id) })).role).toBe(role);
  });

  it('opens a page that the mini-program has', () => {
    const pages = readFileSync(path.resolve('miniapp/platform/routes.ts'), 'utf8');
    for (const { startPage } of personas) expect(pages).toContain(`'${startPage}'`);
  });

  it('shows a first-time donor who may give today', async () => {
    const { totals, nextDates } = await certificateOf('first-timer');
    expect(totals.donations).toBe(0);
    expect(nextDates.every(next => next.possibleNow)).toBe(true);
  });

  it('shows a regular donor with nine donations who may give whole blood again', async () => {
    const { totals, level, nextDates } = await certificateOf('regular');
    expect(totals).toMatchObject({ donations: 9, wholeBloodMl: 2000, plateletUnitsTenths: 55 });
    expect(level.award).toBe('none');
    expect(nextDates.find(next => next.type === 'whole_blood')?.possibleNow).toBe(true);
  });

  it('shows exactly twenty award counts, and more than forty', async () => {
    expect((await certificateOf('twenty')).totals.awardCountTenths).toBe(200);
    const { totals, level } = await certificateOf('gold');
    expect(totals.awardCountTenths).toBe(440);
    expect(level.award).toBe('gold');
  });

  it('shows a deferred donor with the reason and the day', async () => {
    const { deferral, nextDates } = await certificateOf('deferred');
    expect(deferral?.until).toBe('2027-01-05');
    expect(nextDates.some(next => next.possibleNow)).toBe(false);
  });

  it('lets the visitor bind with what the story says', async () => {
    const { name, docNumber } = people.unbound;
    const donationNumber = unboundDonation.din + dinCheckCharacter(unboundDonation.din);
    const story = personas.find(({ id }) => id === 'unbound')?.story ?? '';
    for (const told of [name, docNumber, donationNumber]) expect(story).toContain(told);
    const document = { docType: 'id_card' as const, docNumber };
    const me = await test.get(bindIdentity, { name, document, donationNumber }, { as: await enter('unbound') });
    expect(me.role).toBe('citizen');
  });

  it('lets somebody who never gave bind by the registers and the SMS that the demonstration shows', async () => {
    const { name, docNumber, phone } = newcomer;
    const story = personas.find(({ id }) => id === 'newcomer')?.story ?? '';
    for (const told of [name, docNumber, phone]) expect(story).toContain(told);
    const as = { as: await enter('newcomer') };
    expect(await test.get(readDemoCode, { phone }, {})).toEqual({ code: null });
    await test.get(sendBindCode, { phone }, as);
    const { code } = await test.get(readDemoCode, { phone }, {});
    const document = { docType: 'id_card' as const, docNumber };
    const me = await test.get(bindByRegister, { name, document, phone, code: code ?? '', agreed: true }, as);
    expect(me).toMatchObject({ role: 'citizen', boundBy: 'register' });
  });

  it("settles the mother's earlier claim from the registers and leaves the father's to a reviewer", async () => {
    await test.drain();
    const { items } = await test.get(listClaims, {}, { as: await enter('relative') });
    expect(items.map(({ state, bloodFeeFen }) => ({ state, bloodFeeFen }))).toEqual([
      { state: 'approved', bloodFeeFen: 84_000 },
    ]);
    const waiting = await test.get(listClaimsForReview, {}, { as: await enter('reviewer') });
    expect(waiting.items.map(({ stage }) => stage)).toEqual(['first']);
    const entitlement = await test.get(getEntitlement, {}, { as: await enter('regular') });
    expect(entitlement.relatives.entitled).toBe(true);
  });

  it('delivers messages to the hosts of the people', async () => {
    await test.drain();
    const { wechat, alipay } = adapters.simulators ?? { wechat: undefined, alipay: undefined };
    expect(wechat?.messages.some(({ openId }) => openId === 'demo-wechat-regular')).toBe(true);
    expect(alipay?.messages.some(({ to }) => to === 'demo-alipay-twenty')).toBe(true);
  });

  it('keeps every interval that the rules ask for', async () => {
    const donations = await test.inTransaction(tx => tx.em.find(Donation, { order: { donatedOn: 'ASC' } }));
    const gaps = donations.flatMap((donation, index) => {
      const before = donations
        .slice(0, index)
        .reverse()
        .find(other => other.personId === donation.personId);
      return before ? [(Date.parse(donation.donatedAt) - Date.parse(before.donatedAt)) / 86_400_000] : [];
    });
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(88);
  });

  it('changes nothing at the next start', async () => {
    const counts = () =>
      test.inTransaction(async tx => [
        await tx.em.count(Person),
        await tx.em.count(Donation),
        await tx.em.count(StaffMember),
        await tx.em.count(Slot),
      ]);
    const before = await counts();
    await seedDemo(test.app);
    expect(await counts()).toEqual(before);
    expect(before.every(count => count > 0)).toBe(true);
  });
});
