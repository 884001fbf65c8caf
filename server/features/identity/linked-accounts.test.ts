import { bindByRegister, listLinkedAccounts, sendBindCode, unlinkAccount } from '@contract/binding';
import { listAppointments } from '@contract/appointments';
import { getMe, refreshSession } from '@contract/identity';
import { listMessages } from '@contract/notifications';
import { checkIn, getArrivalCode } from '@contract/visits';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { binders } from '@server/testing/builders/binding';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asCitizen, asVisitor } from '@server/testing/builders/sessions';
import { aWard } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account } from './account.entity';
import { getPerson } from './find-people';
import { PastLink } from './past-link.entity';
import { signIn } from './sign-in';

let test: TestApp;
const world = binders();
beforeAll(async () => {
  test = await startTestApp({ adapters: world.adapters });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

const listOf = async (as: string) => (await test.get(listLinkedAccounts, {}, { as })).items;
const unlink = (accountId: string, as: string) => test.call(unlinkAccount, { accountId }, { as });
const works = async (as: string) => (await test.call(listAppointments, {}, { as })).ok;

/** One person on two phones; the first one asks. */
async function onTwoPhones() {
  const person = await aPerson(test, { phone: '19900005678' });
  return { person, mine: await asCitizen(test, person), other: await asCitizen(test, person) };
}

let phones = 0;
async function weaklyBound() {
  const who = {
    name: '测试丙',
    document: { docType: 'id_card' as const, docNumber: testDocNumber('male', '1994-02-03') },
  };
  world.inRegister.push({ name: who.name, docNumber: who.document.docNumber });
  const phone = `196${String(10_000_000 + phones++)}`;
  const { token, ownerId } = await asVisitor(test);
  await test.get(sendBindCode, { phone }, { as: token });
  const code = world.texts.at(-1)?.code ?? '';
  const { person } = await test.get(bindByRegister, { ...who, phone, code, agreed: true }, { as: token });
  return { token, ownerId, personId: person?.id ?? '' };
}

describe('the accounts of a person', () => {
  it('are listed: in which app, since when, by what proof, and which one asks', async () => {
    const { mine, other } = await onTwoPhones();
    await test.inTransaction(tx =>
      tx.em.update(Account, { id: other.ownerId }, { boundBy: 'counter', host: 'alipay' }),
    );
    const since = test.clock.now();
    const items = await listOf(mine.token);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        { id: mine.ownerId, host: 'wechat', since, boundBy: null, lapsed: false, current: true },
        { id: other.ownerId, host: 'alipay', since, boundBy: 'counter', lapsed: false, current: false },
      ]),
    );
  });

  it('show one whose proof counts no longer as such', async () => {
    const { person, mine, other } = await onTwoPhones();
    const lapsed = { boundBy: 'register' as const, lapsedAt: test.clock.now() };
    await test.inTransaction(tx => tx.em.update(Account, { id: other.ownerId }, lapsed));
    expect((await listOf(mine.token)).find(({ id }) => id === other.ownerId)).toMatchObject({ lapsed: true });
    expect(person.personId).toBe(mine.personId);
  });
});

describe('an account that is unlinked', () => {
  it('is out at once, with every session and every key to a new one; the person is told in the inbox and by SMS', async () => {
    const { person, mine, other } = await onTwoPhones();
    expect(await unlink(other.ownerId, mine.token)).toMatchObject({ ok: true });
    expect([await works(other.token), await works(mine.token)]).toEqual([false, true]);
    expect(await test.call(refreshSession, { refreshToken: other.refreshToken })).toMatchObject({
      code: 'SESSION_REVOKED',
    });
    expect(await listOf(mine.token)).toMatchObject([{ id: mine.ownerId }]);
    const { items } = await test.get(listMessages, {}, { as: mine.token });
    expect(items[0]).toMatchObject({ kind: 'identity.unlinked', body: expect.stringContaining('微信') as string });
    const sent = await test.inTransaction(tx => tx.em.findBy(OutboxMessage, { topic: 'message.deliver' }));
    // One to the account that is left, one to the phone; none to the one that is gone.
    expect(sent).toHaveLength(2);
    expect(await test.inTransaction(tx => tx.em.findBy(PastLink, { accountId: other.ownerId }))).toMatchObject([
      { personId: person.personId, host: 'wechat', endedBy: 'donor' },
    ]);
  });

  it('may be the one that asks', async () => {
    const { mine } = await onTwoPhones();
    expect(await unlink(mine.ownerId, mine.token)).toMatchObject({ ok: true });
    expect(await works(mine.token)).toBe(false);
  });

  it('signs in as a visitor afterwards, also at that very moment, and may be bound by whoever uses it', async () => {
    const { mine, other } = await onTwoPhones();
    const user = { host: 'wechat' as const, hostUserId: 'user-of-the-other' };
    const hostUserIndex = test.app.crypto.fingerprint('host wechat', user.hostUserId);
    await test.inTransaction(tx => tx.em.update(Account, { id: other.ownerId }, { hostUserIndex }));
    const [, atOnce] = await Promise.all([
      unlink(other.ownerId, mine.token),
      test.inTransaction(tx => signIn(tx, user)),
    ]);
    // Before it: a session that has ended since. After it: a visitor's.
    const me = await test.call(getMe, {}, { as: atOnce.accessToken });
    expect(me.ok ? me.value.role : me.code).toMatch(/visitor|NOT_SIGNED_IN/);
    expect(await test.inTransaction(tx => signIn(tx, user))).toMatchObject({ role: 'visitor' });
  });

  it('is not linked again by a code that was shown on it before', async () => {
    const { mine, other } = await onTwoPhones();
    const ward = await aWard(test);
    const { text: code } = await test.get(getArrivalCode, {}, { as: other.token });
    await unlink(other.ownerId, mine.token);
    await test.get(checkIn, { code, type: 'whole_blood', sawDocument: true }, { as: ward.nurse });
    expect(await listOf(mine.token)).toMatchObject([{ id: mine.ownerId }]);
  });

  it('twice at once is unlinked once', async () => {
    const { mine, other } = await onTwoPhones();
    const answers = await Promise.all([1, 2].map(() => unlink(other.ownerId, mine.token)));
    expect(answers.map(answer => (answer.ok ? 'done' : answer.code)).sort()).toEqual(['NOT_FOUND', 'done']);
  });

  it('is never somebody else’s', async () => {
    const [one, two] = [await asCitizen(test), await asCitizen(test)];
    expect(await unlink(two.ownerId, one.token)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await works(two.token)).toBe(true);
  });

  it('is not taken off by one that was bound by the register alone, which may take off itself', async () => {
    const weak = await weaklyBound();
    const strong = await asCitizen(test, weak);
    expect(await unlink(strong.ownerId, weak.token)).toMatchObject({ status: 409, code: 'PROOF_TOO_WEAK' });
    expect(await unlink(weak.ownerId, weak.token)).toMatchObject({ ok: true });
  });

  it('takes along the number that it was bound with, which may be somebody else’s', async () => {
    const weak = await weaklyBound();
    const phoneOf = () => test.inTransaction(async tx => (await getPerson(tx, weak.personId)).phoneSealed);
    expect(await phoneOf()).not.toBeNull();
    await unlink(weak.ownerId, weak.token);
    expect(await phoneOf()).toBeNull();
  });

  it('is taken off at the counter for a donor without a phone, but not by a relative', async () => {
    const { token, donor } = await asHelpedByStaff(test);
    const lost = await asCitizen(test, donor);
    expect(await listOf(token)).toMatchObject([{ id: lost.ownerId, current: false }]);
    expect(await unlink(lost.ownerId, token)).toMatchObject({ ok: true });
    expect(await test.inTransaction(tx => tx.em.findBy(PastLink, { accountId: lost.ownerId }))).toMatchObject([
      { endedBy: 'staff' },
    ]);
    const relative = await asHelpedByRelative(test);
    expect(await unlink(lost.ownerId, relative.token)).toMatchObject({ code: 'NOT_FOR_HELPERS' });
  });
});
