import { createHash, createHmac } from 'node:crypto';
import { AdapterFailure } from '../adapter-failure';
import { SmsLive } from './live';
import { startSmsSimulator, type SmsSimulator } from './simulator';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let now: number;
let simulator: SmsSimulator;
let sms: SmsLive;
const clock = (): Date => new Date(now);
const code = { phone: '13900000000', template: 'code', params: { code: '024680' }, outId: 'out-1' };
const notice = {
  phone: '13900000000',
  template: 'notice',
  params: { site: '模拟 献血屋*~+', day: '12月1日' },
  outId: 'out-2',
};
const throttled = { kind: 'refused', reason: 'throttled' };

beforeEach(async () => {
  now = Date.parse('2026-11-22T09:30:00.000Z');
  simulator = await startSmsSimulator({
    clock,
    templates: {
      code: { kind: 'code', params: ['code'] },
      notice: { kind: 'notice', params: ['site', 'day'] },
      other: { kind: 'notice', params: [] },
    },
  });
  sms = new SmsLive(simulator.config);
});
afterEach(() => simulator.close());

describe('a receipt', () => {
  const sentOn = '2026-11-22';
  it.each([['delivered' as const], ['lost' as const], ['waiting' as const]])('says %s', async receipt => {
    simulator.deliverAs(receipt);
    const answer = await sms.send(notice);
    const providerId = answer.kind === 'accepted' ? answer.providerId : '';
    expect(await sms.receipt({ phone: notice.phone, providerId, sentOn })).toBe(receipt);
  });

  it('is waited for when the provider knows nothing of the message', async () => {
    expect(await sms.receipt({ phone: notice.phone, providerId: 'unknown', sentOn })).toBe('waiting');
  });

  it('is waited for when the provider does not answer', async () => {
    const nobody = new SmsLive({ ...simulator.config, baseUrl: 'http://127.0.0.1:9' });
    expect(await nobody.receipt({ phone: notice.phone, providerId: 'x', sentOn })).toBe('waiting');
  });
});

describe('sending', () => {
  it('hands the message over unchanged, special signs included', async () => {
    const answer = await sms.send(notice);
    const { providerId, receipt, ...delivered } = simulator.sent[0] ?? {};
    expect(answer).toEqual({ kind: 'accepted', providerId });
    expect(delivered).toEqual({ ...notice, at: now });
    expect(receipt).toBe('delivered');
  });

  it('refuses a number that is no mobile number', async () => {
    expect(await sms.send({ ...code, phone: '0571000000' })).toEqual({ kind: 'refused', reason: 'bad_phone' });
  });

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 'throttled'],
    ['isv.DAY_LIMIT_CONTROL', 'throttled'],
    ['isv.MOBILE_NUMBER_ILLEGAL', 'bad_phone'],
    ['isp.SYSTEM_ERROR', 'unavailable'],
  ])('answers %s as %s', async (fault, reason) => {
    simulator.failNext(fault);
    expect(await sms.send(code)).toEqual({ kind: 'refused', reason });
  });

  it.each([['isv.AMOUNT_NOT_ENOUGH'], ['isv.INVALID_PARAMETERS'], ['isv.SMS_SIGNATURE_ILLEGAL']])(
    'fails loudly on %s',
    async fault => {
      simulator.failNext(fault);
      await expect(sms.send(code)).rejects.toThrow(new AdapterFailure('sms', fault));
    },
  );

  it('fails loudly on a template that nobody configured or approved, and on a missing parameter', async () => {
    await expect(sms.send({ ...code, template: 'none' })).rejects.toThrow('sms failed: unknown_template');
    const unapproved = new SmsLive({ ...simulator.config, templates: { code: 'SMS_1' } });
    await expect(unapproved.send(code)).rejects.toThrow('sms failed: isv.SMS_TEMPLATE_ILLEGAL');
    await expect(sms.send({ ...code, params: {} })).rejects.toThrow('sms failed: isv.TEMPLATE_MISSING_PARAMETERS');
  });

  it('fails loudly when the signature name is not approved', async () => {
    const unapproved = new SmsLive({ ...simulator.config, signName: '别家' });
    await expect(unapproved.send(code)).rejects.toThrow('sms failed: isv.SMS_SIGNATURE_ILLEGAL');
  });

  it('reports a provider that does not answer as unavailable', async () => {
    await simulator.close();
    expect(await sms.send(code)).toEqual({ kind: 'refused', reason: 'unavailable' });
    simulator = await startSmsSimulator({ clock, templates: {} });
  });
});

describe('request signature', () => {
  it('fails loudly, and without the number, when the secret or the key id is wrong', async () => {
    const wrongSecret = new SmsLive({ ...simulator.config, accessKeySecret: 'wrong' });
    await expect(wrongSecret.send(code)).rejects.toThrow(new AdapterFailure('sms', 'SignatureDoesNotMatch'));
    const wrongId = new SmsLive({ ...simulator.config, accessKeyId: 'wrong' });
    await expect(wrongId.send(code)).rejects.toThrow(new AdapterFailure('sms', 'InvalidAccessKeyId.NotFound'));
    expect(simulator.sent).toEqual([]);
  });

  it('is refused when it is older than fifteen minutes', async () => {
    const wallClock = (): Date => new Date(Date.now() + 20 * MINUTE);
    const ahead = await startSmsSimulator({ clock, wallClock, templates: { code: { kind: 'code', params: [] } } });
    await expect(new SmsLive(ahead.config).send(code)).rejects.toThrow('sms failed: InvalidTimeStamp.Expired');
    await ahead.close();
  });

  it('covers the parameters and is good for one request', async () => {
    const { accessKeyId, accessKeySecret, baseUrl } = simulator.config;
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    const signed = new Map([
      ['host', new URL(baseUrl).host],
      ['x-acs-action', 'SendSms'],
      ['x-acs-content-sha256', sha('')],
      ['x-acs-date', new Date().toISOString()],
      ['x-acs-signature-nonce', 'nonce-1'],
      ['x-acs-version', '2017-05-25'],
    ]);
    const query = `PhoneNumbers=13900000000&SignName=${encodeURIComponent(simulator.config.signName)}&TemplateCode=`;
    const names = [...signed.keys()].join(';');
    const lines = [...signed].map(([name, value]) => `${name}:${value}\n`).join('');
    const canonical = `POST\n/\n${query}SMS_100000003\n${lines}\n${names}\n${sha('')}`;
    const text = `ACS3-HMAC-SHA256\n${sha(canonical)}`;
    const signature = createHmac('sha256', accessKeySecret).update(text).digest('hex');
    const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`;
    const post = async (template: string): Promise<unknown> => {
      const headers = { ...Object.fromEntries(signed), authorization };
      return (await fetch(`${baseUrl}/?${query}${template}`, { method: 'POST', headers })).json();
    };
    expect(await post('SMS_100000002')).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    expect(await post('SMS_100000003')).toMatchObject({ Code: 'OK' });
    expect(await post('SMS_100000003')).toMatchObject({ Code: 'SignatureNonceUsed' });
  });
});

describe('flow limits', () => {
  it('let one verification code a minute through', async () => {
    await sms.send(code);
    now += MINUTE - 1;
    expect(await sms.send(code)).toEqual(throttled);
    expect(await sms.send({ ...code, phone: '13900000001' })).toMatchObject({ kind: 'accepted' });
    now += 1;
    expect(await sms.send(code)).toMatchObject({ kind: 'accepted' });
  });

  it('let five codes an hour and ten in any 24 hours through', async () => {
    const sendAfter = async (ms: number): Promise<string> => {
      now += ms;
      return (await sms.send(code)).kind;
    };
    for (let round = 0; round < 5; round += 1) expect(await sendAfter(MINUTE)).toBe('accepted');
    expect(await sendAfter(MINUTE)).toBe('refused');
    for (let round = 0; round < 5; round += 1) expect(await sendAfter(HOUR)).toBe('accepted');
    expect(await sendAfter(HOUR)).toBe('refused');
    expect(await sendAfter(18 * HOUR)).toBe('accepted');
  });

  it('let fifty notices of one template through in any 24 hours', async () => {
    for (let round = 0; round < 50; round += 1) await sms.send(notice);
    expect(await sms.send(notice)).toEqual(throttled);
    expect(await sms.send({ ...notice, template: 'other' })).toMatchObject({ kind: 'accepted' });
    now += 24 * HOUR;
    expect(await sms.send(notice)).toMatchObject({ kind: 'accepted' });
  });
});
