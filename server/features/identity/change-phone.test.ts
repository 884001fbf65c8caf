import { sendBindCode } from '@contract/binding';
import { listMessages } from '@contract/notifications';
import { changePhone, getMyPhone } from '@contract/profile';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { binders } from '@server/testing/builders/binding';
import { aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account } from './account.entity';
import { findPeopleByPhone } from './find-people';

let test: TestApp;
const world = binders();
beforeAll(async () => {
  test = await startTestApp({ adapters: world.adapters });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

let phones = 0;
const aPhone = () => `195${String(10_000_000 + phones++)}`;
const phoneOf = async (as: string) => (await test.get(getMyPhone, {}, { as })).maskedPhone;
async function sentTo(token: string, phone: string): Promise<string> {
  await test.get(sendBindCode, { phone }, { as: token });
  return world.texts.at(-1)?.code ?? '';
}
const change = (token: string, phone: string, code?: string) => test.call(changePhone, { phone, code }, { as: token });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('the own phone number', () => {
  it('is shown in part, and changes with the digits that reached the new one; it is told', async () => {
    const person = await aPerson(test, { phone: '19900001234' });
    const { token } = await asCitizen(test, person);
    expect(await phoneOf(token)).toBe('199****1234');
    const phone = aPhone();
    const masked = `195****${phone.slice(-4)}`;
    expect(await change(token, phone, await sentTo(token, phone))).toMatchObject({ value: { maskedPhone: masked } });
    expect(await phoneOf(token)).toBe(masked);
    expect(await test.inTransaction(tx => findPeopleByPhone(tx, phone))).toMatchObject([{ id: person.personId }]);
    expect(await test.inTransaction(tx => findPeopleByPhone(tx, '19900001234'))).toEqual([]);
    const { items } = await test.get(listMessages, {}, { as: token });
    expect(items[0]).toMatchObject({
      kind: 'identity.phone-changed',
      body: expect.stringContaining(phone.slice(-4)) as string,
    });
  });

  it('tells the number that goes as well, and changes also when that one cannot be reached', async () => {
    const [first, second] = [aPhone(), aPhone()];
    const { token } = await asHelpedByStaff(test);
    await change(token, first);
    world.told.length = 0;
    await change(token, first);
    expect(world.told).toEqual([]);
    await change(token, second);
    expect(world.told).toEqual([{ phone: first, template: 'identity.phone-changed' }]);
    world.state.smsDown = true;
    expect(await change(token, first)).toMatchObject({ ok: true });
    world.state.smsDown = false;
  });

  it('stays as it is without digits, with wrong ones, with those of another number, and a second time', async () => {
    const { token } = await asCitizen(test);
    const phone = aPhone();
    expect(await change(token, phone)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'code' }] },
    });
    const code = await sentTo(token, phone);
    expect(await change(token, phone, wrong(code))).toMatchObject({ status: 409, code: 'PHONE_CODE_NOT_VALID' });
    expect(await change(token, aPhone(), code)).toMatchObject({ code: 'PHONE_CODE_NOT_VALID' });
    expect(await phoneOf(token)).toBeNull();
    expect((await change(token, phone, code)).ok).toBe(true);
    expect(await change(token, phone, code)).toMatchObject({ code: 'PHONE_CODE_NOT_VALID' });
  });

  it('cannot be guessed: the digits are dead after five wrong tries', async () => {
    const { token } = await asCitizen(test);
    const phone = aPhone();
    const code = await sentTo(token, phone);
    for (let n = 0; n < 5; n++) await change(token, phone, wrong(code));
    expect(await change(token, phone, code)).toMatchObject({ code: 'PHONE_CODE_NOT_VALID' });
  });

  it('is that of four people and no fifth, but the own one may be said again', async () => {
    const phone = aPhone();
    const [first] = [await aPerson(test, { phone }), await aPerson(test, { phone }), await aPerson(test, { phone })];
    await aPerson(test, { phone });
    const fifth = await asCitizen(test);
    expect(await change(fifth.token, phone, await sentTo(fifth.token, phone))).toMatchObject({
      code: 'PHONE_OF_TOO_MANY',
    });
    test.clock.advance(61);
    const { token } = await asCitizen(test, first);
    expect((await change(token, phone, await sentTo(token, phone))).ok).toBe(true);
  });

  it('is not changed by an account that was bound by the register alone', async () => {
    const { token, ownerId } = await asCitizen(test);
    await test.inTransaction(tx => tx.em.update(Account, { id: ownerId }, { boundBy: 'register' }));
    const phone = aPhone();
    expect(await change(token, phone, await sentTo(token, phone))).toMatchObject({ code: 'PROOF_TOO_WEAK' });
  });

  it('is told to the staff at a counter, without digits, and to no relative', async () => {
    const { token, donor } = await asHelpedByStaff(test);
    const phone = aPhone();
    expect(await change(token, phone)).toMatchObject({ ok: true });
    expect(await test.inTransaction(tx => findPeopleByPhone(tx, phone))).toMatchObject([{ id: donor.personId }]);
    const relative = await asHelpedByRelative(test);
    expect(await change(relative.token, phone)).toMatchObject({ code: 'NOT_FOR_HELPERS' });
  });
});
