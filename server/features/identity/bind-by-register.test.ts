import { bindByRegister, sendBindCode } from '@contract/binding';
import { getMe, refreshSession } from '@contract/identity';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { binders } from '@server/testing/builders/binding';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account } from './account.entity';
import { Person } from './person.entity';
import { phoneIndexOf } from './phone-index';

let test: TestApp;
let world: ReturnType<typeof binders>;
beforeEach(async () => {
  world = binders();
  test = await startTestApp({ adapters: world.adapters });
});
afterEach(() => test.close());

let phones = 0;
const aPhone = () => `199${String(10_000_000 + phones++)}`;

/** Somebody whom the population register knows and we do not. */
function aStranger(name = '测试甲') {
  const docNumber = testDocNumber('female', '1996-04-05');
  world.inRegister.push({ name, docNumber });
  return { name, document: { docType: 'id_card' as const, docNumber } };
}
type Stranger = Pick<ReturnType<typeof aStranger>, 'name' | 'document'>;

async function sentTo(token: string, phone: string): Promise<string> {
  await test.get(sendBindCode, { phone }, { as: token });
  return world.texts.at(-1)?.code ?? '';
}
const bind = (token: string, who: Stranger, phone: string, code: string) =>
  test.call(bindByRegister, { ...who, phone, code, agreed: true }, { as: token });

/** A new visitor who asks for digits and binds with them. */
async function bindAnew(who: Stranger, phone = aPhone()) {
  const visitor = await asVisitor(test);
  return { ...visitor, phone, answer: await bind(visitor.token, who, phone, await sentTo(visitor.token, phone)) };
}
const roleOf = async (token: string) => (await test.get(getMe, {}, { as: token })).role;
const wrongDigits = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('somebody who never gave blood', () => {
  it('binds with name, card number and a phone that got the digits, and it is kept how', async () => {
    const who = aStranger('测试乙');
    const { token, ownerId, phone, answer } = await bindAnew(who);
    expect(answer).toMatchObject({
      value: {
        role: 'citizen',
        boundBy: 'register',
        proofLapsed: false,
        person: { maskedName: '*试乙', sex: 'female' },
      },
    });
    expect(await test.get(getMe, {}, { as: token })).toEqual(answer.ok && answer.value);
    const account = await test.inTransaction(tx => tx.em.findOneByOrFail(Account, { id: ownerId }));
    const person = await test.inTransaction(tx => tx.em.findOneByOrFail(Person, { id: account.personId ?? '' }));
    expect(account).toMatchObject({ boundBy: 'register', boundPhoneIndex: person.phoneIndex });
    expect(test.app.crypto.open('identity', person.phoneSealed ?? '')).toBe(phone);
    expect(person).toMatchObject({ birthDate: '1996-04-05', sex: 'female' });
  });

  it('leaves neither digits, number nor name in audit lines and jobs', async () => {
    const who = aStranger('测试乙');
    const { phone } = await bindAnew(who);
    const rows = await test.inTransaction(async tx => [await tx.em.find(AuditLine), await tx.em.find(OutboxMessage)]);
    const text = JSON.stringify(rows);
    for (const secret of [world.texts.at(-1)?.code ?? '', phone, who.document.docNumber, who.name])
      expect(text).not.toContain(`"${secret}"`);
    expect(text).toContain('identity.bind-by-register');
  });

  it('is not bound with a document that the register does not know', async () => {
    const { token } = await asVisitor(test);
    const input = { name: '测试乙', document: { docType: 'passport' as const, docNumber: 'E99999999' } };
    expect(await bind(token, input as never, aPhone(), '123456')).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'document.docType', reason: 'only_id_card' }] },
    });
  });
});

describe('binding by the register answers the same', () => {
  it('for a name that is not the card’s, a card nobody has, and a person who is known here', async () => {
    const known = await aPerson(test, { name: '测试丁' });
    world.inRegister.push({ name: known.name, docNumber: known.document.docNumber });
    const cases: Stranger[] = [
      { ...aStranger(), name: '测试戊' },
      { name: '测试甲', document: { docType: 'id_card', docNumber: testDocNumber('male', '1991-01-01') } },
      { name: known.name, document: { docType: 'id_card', docNumber: known.document.docNumber } },
    ];
    for (const who of cases) {
      const { answer, token } = await bindAnew(who);
      expect(answer).toMatchObject({ status: 409, code: 'NOT_BOUND_THIS_WAY', details: {} });
      expect(await roleOf(token)).toBe('visitor');
    }
    // The register is asked in each case, so the time tells nothing either.
    expect(world.asked).toHaveLength(3);
  });

  it('for a person who is bound in another account already, and that account stays as it was', async () => {
    const who = aStranger();
    const first = await bindAnew(who);
    expect(first.answer.ok).toBe(true);
    const second = await bindAnew(who);
    expect(second.answer).toMatchObject({ code: 'NOT_BOUND_THIS_WAY' });
    expect([await roleOf(first.token), await roleOf(second.token)]).toEqual(['citizen', 'visitor']);
  });

  it('when two accounts ask for one card at once: one has it', async () => {
    const who = aStranger();
    const visitors = await Promise.all([1, 2, 3].map(() => asVisitor(test)));
    const ready = [];
    for (const { token } of visitors) {
      const phone = aPhone();
      ready.push({ token, phone, code: await sentTo(token, phone) });
    }
    const answers = await Promise.all(ready.map(({ token, phone, code }) => bind(token, who, phone, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok && answer.code === 'NOT_BOUND_THIS_WAY')).toHaveLength(2);
  });
});

describe('one phone', () => {
  it('is that of four people and no fifth, also when two more ask at the same moment', async () => {
    const phone = aPhone();
    for (let n = 0; n < 3; n++) await aPerson(test, { phone });
    const ready = [];
    for (const visitor of [await asVisitor(test), await asVisitor(test)]) {
      const code = await sentTo(visitor.token, phone);
      test.clock.advance(61);
      ready.push({ token: visitor.token, who: aStranger(), code });
    }
    const answers = await Promise.all(ready.map(({ token, who, code }) => bind(token, who, phone, code)));
    expect(answers.map(answer => (answer.ok ? 'bound' : answer.code)).sort()).toEqual(['PHONE_OF_TOO_MANY', 'bound']);
    const phoneIndex = phoneIndexOf(test.app.crypto, phone);
    expect(await test.inTransaction(tx => tx.em.countBy(Person, { phoneIndex }))).toBe(4);
  });
});

describe('the digits of the SMS', () => {
  it('count only for the account and the number that they were sent to, for five minutes, once', async () => {
    const who = aStranger();
    const [mine, other] = [await asVisitor(test), await asVisitor(test)];
    const phone = aPhone();
    const code = await sentTo(mine.token, phone);
    const refused = { status: 409, code: 'PHONE_CODE_NOT_VALID' };
    expect(await bind(other.token, who, phone, code)).toMatchObject(refused);
    expect(await bind(mine.token, who, aPhone(), code)).toMatchObject(refused);
    expect(await bind(mine.token, who, phone, wrongDigits(code))).toMatchObject(refused);
    test.clock.advance(300);
    expect(await bind(mine.token, who, phone, code)).toMatchObject(refused);
    const again = await sentTo(mine.token, phone);
    expect(await bind(mine.token, who, phone, again)).toMatchObject({ ok: true });
    // Nobody whose digits were wrong has learned anything from the register.
    expect(world.asked).toHaveLength(1);
  });

  it('cannot be guessed: five tries a day for the account, right ones too', async () => {
    const who = aStranger();
    const { token, refreshToken } = await asVisitor(test);
    const phone = aPhone();
    const code = await sentTo(token, phone);
    for (let n = 0; n < 5; n++)
      expect(await bind(token, who, phone, wrongDigits(code))).toMatchObject({ code: 'PHONE_CODE_NOT_VALID' });
    expect(await bind(token, who, phone, code)).toMatchObject({ status: 429, code: 'BIND_TRIES_USED_UP' });
    expect(world.asked).toHaveLength(0);
    test.clock.advance(24 * 3600);
    const { accessToken } = await test.get(refreshSession, { refreshToken });
    expect(await bind(accessToken, who, phone, await sentTo(accessToken, phone))).toMatchObject({ ok: true });
  });

  it('still work after the register was not to be reached', async () => {
    const who = aStranger();
    const { token } = await asVisitor(test);
    const phone = aPhone();
    const code = await sentTo(token, phone);
    world.state.registerDown = true;
    expect(await bind(token, who, phone, code)).toMatchObject({ status: 503, code: 'REGISTER_UNAVAILABLE' });
    world.state.registerDown = false;
    expect(await bind(token, who, phone, code)).toMatchObject({ ok: true });
  });

  it('are sent once a minute and five times a day, for the account and for the number', async () => {
    const [one, two] = [await asVisitor(test), await asVisitor(test)];
    const phone = aPhone();
    await sentTo(one.token, phone);
    const pause = { status: 429, code: 'CODE_SENT_JUST_NOW', details: { retryAfterSeconds: 60 } };
    expect(await test.call(sendBindCode, { phone: aPhone() }, { as: one.token })).toMatchObject(pause);
    expect(await test.call(sendBindCode, { phone }, { as: two.token })).toMatchObject(pause);
    for (let n = 0; n < 4; n++) {
      test.clock.advance(60);
      await sentTo(one.token, phone);
    }
    test.clock.advance(60);
    const usedUp = { status: 429, code: 'CODES_USED_UP' };
    expect(await test.call(sendBindCode, { phone: aPhone() }, { as: one.token })).toMatchObject(usedUp);
    expect(await test.call(sendBindCode, { phone }, { as: two.token })).toMatchObject(usedUp);
    expect(world.texts).toHaveLength(5);
  });

  it('are asked for with the same answer whoever has the number', async () => {
    const phone = aPhone();
    await aPerson(test, { phone });
    const answers = [];
    for (const number of [phone, aPhone()]) {
      const { token } = await asVisitor(test);
      answers.push(await test.get(sendBindCode, { phone: number }, { as: token }));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ expiresAt: '2026-03-05T01:05:00.000Z', againAt: '2026-03-05T01:01:00.000Z' });
  });

  it('are none when the provider does not answer', async () => {
    world.state.smsDown = true;
    const { token } = await asVisitor(test);
    expect(await test.call(sendBindCode, { phone: aPhone() }, { as: token })).toMatchObject({
      ...{ status: 503, code: 'SMS_UNAVAILABLE' },
    });
  });
});

describe('whoever collects names and card numbers', () => {
  it('does not bind a fifth person with one phone', async () => {
    const phone = aPhone();
    for (let n = 0; n < 4; n++) {
      test.clock.advance(60);
      expect((await bindAnew(aStranger(), phone)).answer.ok).toBe(true);
    }
    // The same for whoever is known here: such a phone tells nobody who gives blood, and makes no accounts while asking.
    const known = await aPerson(test, { name: '测试丁' });
    world.inRegister.push({ name: known.name, docNumber: known.document.docNumber });
    for (const who of [
      aStranger(),
      { name: known.name, document: { ...known.document, docType: 'id_card' as const } },
    ]) {
      test.clock.advance(2 * 24 * 3600);
      expect((await bindAnew(who, phone)).answer).toMatchObject({ code: 'PHONE_OF_TOO_MANY' });
    }
  });

  it('has ten tries a day for one card number, over however many accounts', async () => {
    const who = aStranger();
    test.clock.set(testStart);
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push((await bindAnew({ ...who, name: `测试${n}` })).answer);
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.code))).toEqual([
      ...Array.from({ length: 10 }, () => 'NOT_BOUND_THIS_WAY'),
      'BIND_TRIES_USED_UP',
    ]);
  });
});
