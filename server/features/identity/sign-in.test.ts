import { readDemoCode } from '@contract/binding';
import { getMe, issuePersonaCode, listPersonas, signIn } from '@contract/identity';
import type { Adapters } from '@server/adapters';
import { openAdapters } from '@server/adapters';
import { settableClock, systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account } from './account.entity';
import { Person } from './person.entity';

type Fakes = Pick<Adapters, 'wechat' | 'alipay' | 'zheliban'>;
type Verified = { name: string; docType: 'id_card' | 'passport'; docNumber: string; phone?: string };

/** Tickets are the names of these people; the fakes keep no other state. */
const verified = new Map<string, Verified>();
const notUsed = () => {
  throw new Error('not part of these tests');
};
const fakes: Fakes = {
  wechat: {
    signIn: async code => {
      if (code === 'busy') return { kind: 'refused', reason: 'too_many_requests' };
      if (code === 'used') return { kind: 'refused', reason: 'code_invalid' };
      return { kind: 'ok', openId: code };
    },
    getPhone: notUsed,
    sendMessage: notUsed,
    makeCode: notUsed,
  },
  alipay: {
    signIn: async code => (code === 'down' ? { kind: 'refused', reason: 'unavailable' } : { kind: 'ok', userId: code }),
    readPhone: notUsed,
    sendMessage: notUsed,
  },
  zheliban: {
    signIn: async ({ value }) => ({ kind: 'ok', userId: value, verified: verified.get(value) }),
  },
};

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ adapters: fakes });
});
afterAll(() => test.close());

const zheliban = (ticket: string) => test.get(signIn, { host: 'zheliban', ticket, kind: 'ticketId' });
const meOf = (accessToken: string) => test.get(getMe, {}, { as: accessToken });
const count = (entity: typeof Account | typeof Person) => test.inTransaction(tx => tx.em.count(entity));

describe('signing in through a host app', () => {
  it('makes one account for each user of a host, also when two first sign-ins meet', async () => {
    const before = await count(Account);
    const sessions = await Promise.all([1, 2, 3].map(() => test.get(signIn, { host: 'wechat', code: 'user-1' })));
    expect(new Set(sessions.map(session => session.accessToken)).size).toBe(3);
    expect(await count(Account)).toBe(before + 1);
    await test.get(signIn, { host: 'alipay', code: 'user-1' });
    expect(await count(Account)).toBe(before + 2);
  });

  it('leaves a user without a verified identity a visitor', async () => {
    const { role, accessToken } = await test.get(signIn, { host: 'alipay', code: 'user-2' });
    expect(role).toBe('visitor');
    expect(await meOf(accessToken)).toMatchObject({ host: 'alipay', person: null });
  });

  it.each([
    [{ host: 'wechat', code: 'used' }, 403, 'HOST_REFUSED'],
    [{ host: 'wechat', code: 'busy' }, 503, 'HOST_UNAVAILABLE'],
    [{ host: 'alipay', code: 'down' }, 503, 'HOST_UNAVAILABLE'],
  ] as const)('answers %j with status %d %s', async (input, status, code) => {
    expect(await test.call(signIn, input)).toMatchObject({ ok: false, status, code });
  });
});

describe('an identity that 浙里办 vouches for', () => {
  it('makes the person at the first sign-in and finds the same one in every later one', async () => {
    const docNumber = testDocNumber('female', '1961-02-05');
    verified.set('t1', { name: '测试己', docType: 'id_card', docNumber, phone: '19900000906' });
    const [before, first] = [await count(Person), await zheliban('t1')];
    expect(first.role).toBe('citizen');
    const me = await meOf(first.accessToken);
    expect(me.person).toMatchObject({ maskedName: '*试己', sex: 'female' });
    expect((await meOf((await zheliban('t1')).accessToken)).person?.id).toBe(me.person?.id);
    expect(await count(Person)).toBe(before + 1);
  });

  it('binds to the person whom a station has registered', async () => {
    const person = await aPerson(test, { name: '测试·乙' });
    verified.set('t2', { ...person.document, docType: 'id_card', name: '测试•乙' });
    expect((await meOf((await zheliban('t2')).accessToken)).person?.id).toBe(person.personId);
  });

  it('stays a visitor when the register has another name under that number', async () => {
    const person = await aPerson(test, { name: '测试丙' });
    verified.set('t3', { ...person.document, docType: 'id_card', name: '测试丁' });
    expect((await zheliban('t3')).role).toBe('visitor');
  });

  it('with a passport, which tells no birth date, finds a known person but makes none', async () => {
    verified.set('t4', { name: 'CESHI', docType: 'passport', docNumber: 'E00000904' });
    expect((await zheliban('t4')).role).toBe('visitor');
    const person = await aPerson(test, { name: 'Ceshi', docType: 'passport', docNumber: 'E00000904' });
    expect((await meOf((await zheliban('t4')).accessToken)).person?.id).toBe(person.personId);
  });
});

describe('the demonstration people', () => {
  let demo: TestApp;
  let adapters: Adapters;
  beforeAll(async () => {
    adapters = await openAdapters(readConfig({ NODE_ENV: 'test' }), systemClock);
    demo = await startTestApp({ adapters });
    // The SDK of one simulator stamps with the real time, and tokens are judged by the service's clock.
    expect(settableClock(testStart).now()).toBe(demo.clock.now());
  });
  afterAll(async () => {
    await demo.close();
    await adapters.close();
  });

  it('sign in through the simulators of their host, over the real protocol', async () => {
    const { items } = await demo.get(listPersonas, {});
    expect(new Set(items.map(item => item.host))).toEqual(new Set(['wechat', 'alipay', 'zheliban', null]));
    for (const { id, host } of items.filter(item => item.host !== null)) {
      const issued = await demo.get(issuePersonaCode, { personaId: id });
      if (issued.via === 'staff') throw new Error('staff came as a host user');
      const session =
        issued.via === 'host'
          ? await demo.get(signIn, { host: issued.host, code: issued.code })
          : await demo.get(signIn, { host: 'zheliban', ticket: issued.ticket, kind: issued.kind });
      expect((await demo.get(getMe, {}, { as: session.accessToken })).host).toBe(host);
    }
  });

  it('get a code that works once', async () => {
    const issued = await demo.get(issuePersonaCode, { personaId: 'regular' });
    if (issued.via !== 'host') throw new Error('the regular donor uses WeChat');
    const input = { host: issued.host, code: issued.code };
    await demo.get(signIn, input);
    expect(await demo.call(signIn, input)).toMatchObject({ code: 'HOST_REFUSED' });
  });

  it('do not exist under another id, and not at all while the simulators are off', async () => {
    expect(await demo.call(issuePersonaCode, { personaId: 'nobody' })).toMatchObject({ code: 'NOT_FOUND' });
    Object.assign(demo.app.config, { simulators: false });
    expect(await demo.call(listPersonas, {})).toMatchObject({ code: 'SIMULATORS_OFF' });
    expect(await demo.call(issuePersonaCode, { personaId: 'regular' })).toMatchObject({ code: 'SIMULATORS_OFF' });
    expect(await demo.call(readDemoCode, { phone: '19900001234' })).toMatchObject({ code: 'SIMULATORS_OFF' });
    Object.assign(demo.app.config, { simulators: true });
  });
});
