import { AdapterFailure } from '../adapter-failure';
import { AlipayLive } from './live';
import { alipayConfigSchema } from './port';
import { startAlipaySimulator, type AlipaySimulator } from './simulator';

let now: number;
let simulator: AlipaySimulator;
let other: AlipaySimulator;
let alipay: AlipayLive;
const clock = (): Date => new Date(now);

beforeAll(async () => {
  now = Date.parse('2026-11-22T09:30:00.000Z');
  simulator = await startAlipaySimulator({ clock, templates: { reminder: ['keyword1', 'keyword2'] } });
  other = await startAlipaySimulator({ clock });
  alipay = new AlipayLive(simulator.config, clock);
});
afterAll(() => Promise.all([simulator.close(), other.close()]));

describe('sign-in', () => {
  it.each([
    [{ openId: '074aTEST-open-id' }],
    [{ userId: '2088000000000001' }],
    [{ openId: '074aTEST-open-id', userId: '2088000000000001' }],
  ])('turns a code into %p', async user => {
    expect(await alipay.signIn(simulator.issueCode(user))).toStrictEqual({ kind: 'ok', ...user });
  });

  it('refuses an unknown code, a used one and an old one', async () => {
    const used = simulator.issueCode({ openId: '074aTEST-open-id' });
    await alipay.signIn(used);
    const old = simulator.issueCode({ openId: '074aTEST-open-id' });
    now += 180_000;
    for (const code of ['none', used, old]) {
      expect(await alipay.signIn(code)).toEqual({ kind: 'refused', reason: 'code_invalid' });
    }
  });

  it('takes an unsigned error as a refusal', async () => {
    simulator.spoilNext('unsigned');
    expect(await alipay.signIn('none')).toEqual({ kind: 'refused', reason: 'code_invalid' });
  });

  it.each([['tampered'], ['unsigned'], ['hidden']] as const)('never believes a success that is %s', async how => {
    simulator.spoilNext(how);
    const answer = alipay.signIn(simulator.issueCode({ openId: '074aTEST-open-id' }));
    await expect(answer).rejects.toThrow(new AdapterFailure('alipay', 'unverified_reply'));
  });

  it('never believes a reply that another key has signed', async () => {
    const { alipayPublicKey } = other.config;
    const deceived = new AlipayLive({ ...simulator.config, alipayPublicKey }, clock);
    const answer = deceived.signIn(simulator.issueCode({ openId: '074aTEST-open-id' }));
    await expect(answer).rejects.toThrow(new AdapterFailure('alipay', 'unverified_reply'));
  });

  it('fails loudly when our own key, app id or clock is wrong', async () => {
    const code = simulator.issueCode({ openId: '074aTEST-open-id' });
    const { privateKey } = other.config;
    const wrongKey = new AlipayLive({ ...simulator.config, privateKey }, clock);
    await expect(wrongKey.signIn(code)).rejects.toThrow('alipay failed: isv.invalid-signature');
    const wrongApp = new AlipayLive({ ...simulator.config, appId: '2021000000000009' }, clock);
    await expect(wrongApp.signIn(code)).rejects.toThrow('alipay failed: isv.invalid-app-id');
    const late = new AlipayLive(simulator.config, () => new Date(now - 901_000));
    await expect(late.signIn(code)).rejects.toThrow('alipay failed: isv.invalid-timestamp');
  });

  it.each([
    ['20000', 'isp.unknow-error'],
    ['40004', 'isp.service-busy'],
  ])('reports code %s with %s as unavailable', async (code, subCode) => {
    simulator.failNext(code, subCode);
    expect(await alipay.signIn('any')).toEqual({ kind: 'refused', reason: 'unavailable' });
  });

  it('reports a vendor that does not answer, or not in its protocol, as unavailable', async () => {
    const gone = await startAlipaySimulator({ clock });
    await gone.close();
    expect(await new AlipayLive(gone.config, clock).signIn('any')).toEqual({ kind: 'refused', reason: 'unavailable' });
  });

  it('does not start without the key that verifies replies', () => {
    expect(alipayConfigSchema.safeParse({ ...simulator.config, alipayPublicKey: '' }).success).toBe(false);
    expect(() => new AlipayLive({ ...simulator.config, alipayPublicKey: '' }, clock)).toThrow(AdapterFailure);
  });
});

describe('phone number', () => {
  it('verifies with the quotes and decrypts', () => {
    expect(alipay.readPhone(simulator.issuePhoneResponse('13900000000'))).toEqual({ kind: 'ok', phone: '13900000000' });
  });

  it('refuses a number that somebody else has signed', () => {
    const foreign = other.issuePhoneResponse('13900000000');
    expect(alipay.readPhone(foreign)).toEqual({ kind: 'refused', reason: 'bad_signature' });
  });

  it('refuses a cipher under the signature of another one', () => {
    const mine = JSON.parse(simulator.issuePhoneResponse('13900000000')) as Record<string, string>;
    const theirs = JSON.parse(simulator.issuePhoneResponse('13900000001')) as Record<string, string>;
    const mixed = JSON.stringify({ ...mine, response: theirs.response });
    expect(alipay.readPhone(mixed)).toEqual({ kind: 'refused', reason: 'bad_signature' });
  });

  it('refuses a number encrypted with another key', () => {
    const { aesKey } = other.config;
    const rekeyed = new AlipayLive({ ...simulator.config, aesKey }, clock);
    const response = simulator.issuePhoneResponse('13900000000');
    expect(rekeyed.readPhone(response)).toEqual({ kind: 'refused', reason: 'unreadable' });
  });

  it.each([[''], ['{}'], ['not json'], ['{"response":"","sign":""}']])('refuses %j', response => {
    expect(alipay.readPhone(response)).toEqual({ kind: 'refused', reason: 'unreadable' });
  });

  it('fails loudly on an error report of the vendor, which is signed without quotes', () => {
    const report = simulator.issuePhoneError('isv.missing-permission');
    expect(() => alipay.readPhone(report)).toThrow('alipay failed: isv.missing-permission');
  });
});

describe('message', () => {
  const message = {
    to: { openId: '074aTEST-open-id' },
    templateId: 'reminder',
    page: 'pages/home/index',
    data: { keyword1: '献血提醒', keyword2: '2026-12-01' },
  };

  it.each([
    [{ openId: '074aTEST-to' }, '074aTEST-to'],
    [{ userId: '2088000000000002' }, '2088000000000002'],
  ])('reaches %p once for each consent', async (to, id) => {
    simulator.allowMessages(id, 'reminder');
    expect(await alipay.sendMessage({ ...message, to })).toEqual({ kind: 'sent' });
    expect(simulator.messages.at(-1)).toEqual({ ...message, to: id });
    expect(await alipay.sendMessage({ ...message, to })).toEqual({ kind: 'not_subscribed' });
  });

  it('takes a form that is too old as a person who does not want it', async () => {
    simulator.failNext('40004', 'FORM_ID_OVER_TIME');
    expect(await alipay.sendMessage({ ...message, formId: 'form-1' })).toEqual({ kind: 'not_subscribed' });
  });

  it.each([
    ['an unknown template', { templateId: 'none' }, 'USER_TEMPLATE_ILLEGAL'],
    ['a missing keyword', { data: { keyword1: '献血提醒' } }, 'USER_TEMPLATE_LACK_KEYWORD'],
    ['too much text', { data: { keyword1: '长'.repeat(2048), keyword2: '' } }, 'INVALID_PARAMETER'],
  ])('fails loudly for %s', async (_, change, code) => {
    await expect(alipay.sendMessage({ ...message, ...change })).rejects.toThrow(new AdapterFailure('alipay', code));
  });

  it('never believes a delivery that is not signed', async () => {
    simulator.allowMessages('074aTEST-open-id', 'reminder');
    simulator.spoilNext('unsigned');
    await expect(alipay.sendMessage(message)).rejects.toThrow(new AdapterFailure('alipay', 'unverified_reply'));
  });
});
