import { AdapterFailure } from '../adapter-failure';
import { jsonReply, startSimulatorServer } from '../simulator-server';
import { decryptWechatData, WechatLive, wechatDataSignature, wechatSessionSignature } from './live';
import { shortenThing } from './port';
import { startWechatSimulator, type WechatSimulator } from './simulator';

const STABLE_TOKEN = '/cgi-bin/stable_token';
const SEND = '/cgi-bin/message/subscribe/send';
const MINUTE = 60_000;

let now: number;
let simulator: WechatSimulator;
let wechat: WechatLive;
const clock = (): Date => new Date(now);
const user = { openId: 'oTEST-0001', unionId: 'uTEST-0001' };

beforeEach(async () => {
  now = Date.parse('2026-11-22T09:30:00.000Z');
  simulator = await startWechatSimulator({
    clock,
    templates: { reminder: ['thing1', 'date2'] },
    pages: ['pages/home/index'],
  });
  wechat = new WechatLive(simulator.config, clock);
});
afterEach(() => simulator.close());

describe('sign-in', () => {
  it('turns a login code into the ids and into nothing else', async () => {
    expect(await wechat.signIn(simulator.issueCode(user))).toEqual({ kind: 'ok', ...user });
  });

  it('leaves the union id out when the vendor has none', async () => {
    const code = simulator.issueCode({ openId: 'oTEST-0002' });
    expect(await wechat.signIn(code)).toStrictEqual({ kind: 'ok', openId: 'oTEST-0002' });
  });

  it('refuses a code the second time', async () => {
    const code = simulator.issueCode(user);
    await wechat.signIn(code);
    expect(await wechat.signIn(code)).toEqual({ kind: 'refused', reason: 'code_invalid' });
  });

  it('refuses a code after five minutes', async () => {
    const code = simulator.issueCode(user);
    now += 5 * MINUTE;
    expect(await wechat.signIn(code)).toEqual({ kind: 'refused', reason: 'code_invalid' });
  });

  it.each([
    [-1, 'unavailable'],
    [40029, 'code_invalid'],
    [40163, 'code_invalid'],
    [45011, 'too_many_requests'],
    [40226, 'user_blocked'],
  ])('answers errcode %i as %s', async (errcode, reason) => {
    simulator.failNext('/sns/jscode2session', errcode);
    expect(await wechat.signIn(simulator.issueCode(user))).toEqual({ kind: 'refused', reason });
  });

  it('fails loudly, and without the secret, when the secret or the app id is wrong', async () => {
    const wrongSecret = new WechatLive({ ...simulator.config, appSecret: 'wrong' }, clock);
    await expect(wrongSecret.signIn(simulator.issueCode(user))).rejects.toThrow('wechat failed: 40125');
    const wrongApp = new WechatLive({ ...simulator.config, appId: 'wx0000000000000009' }, clock);
    await expect(wrongApp.signIn(simulator.issueCode(user))).rejects.toThrow('wechat failed: 40013');
  });

  it('reports a vendor that does not answer as unavailable', async () => {
    const code = simulator.issueCode(user);
    const unreachable = await startWechatSimulator({ clock });
    await unreachable.close();
    const stranded = new WechatLive(unreachable.config, clock);
    expect(await stranded.signIn(code)).toEqual({ kind: 'refused', reason: 'unavailable' });
    expect(await stranded.getPhone(code)).toEqual({ kind: 'refused', reason: 'unavailable' });
  });
});

describe('access token', () => {
  const phoneCall = () => wechat.getPhone(simulator.issuePhoneCode('13900000000'));

  it('is fetched once for calls that start together', async () => {
    await Promise.all([phoneCall(), phoneCall(), phoneCall()]);
    expect(simulator.calls.get(STABLE_TOKEN)).toBe(1);
  });

  it('is kept until five minutes before its end and then renewed', async () => {
    await phoneCall();
    now += 114 * MINUTE;
    await phoneCall();
    expect(simulator.calls.get(STABLE_TOKEN)).toBe(1);
    now += MINUTE;
    await phoneCall();
    expect(simulator.calls.get(STABLE_TOKEN)).toBe(2);
  });

  it('is dropped and fetched again once when the vendor has revoked it', async () => {
    await phoneCall();
    simulator.revokeTokens();
    expect(await phoneCall()).toEqual({ kind: 'ok', phone: '13900000000', countryCode: '86' });
    expect(simulator.calls.get(STABLE_TOKEN)).toBe(2);
  });

  it('is not retried a second time', async () => {
    simulator.failNext('/wxa/business/getuserphonenumber', 42001);
    simulator.failNext('/wxa/business/getuserphonenumber', 40001);
    await expect(phoneCall()).rejects.toThrow(new AdapterFailure('wechat', '40001'));
  });

  it('comes no more often than the vendor allows when a refresh is forced', async () => {
    const { appId, appSecret, baseUrl } = simulator.config;
    const force = async (): Promise<unknown> => {
      const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: true };
      const headers = { 'content-type': 'application/json' };
      return (await fetch(baseUrl + STABLE_TOKEN, { method: 'POST', headers, body: JSON.stringify(asked) })).json();
    };
    expect(await force()).toMatchObject({ expires_in: 7200 });
    now += 29_000;
    expect(await force()).toMatchObject({ errcode: 45009 });
    now += 1000;
    expect(await force()).toMatchObject({ expires_in: 7200 });
  });
});

describe('phone number', () => {
  it.each([[86], ['86']])('reads a country code given as %p', async countryCode => {
    const code = simulator.issuePhoneCode('13900000000', countryCode);
    expect(await wechat.getPhone(code)).toEqual({ kind: 'ok', phone: '13900000000', countryCode: '86' });
  });

  it('refuses a used code, an old code and a login code', async () => {
    const used = simulator.issuePhoneCode('13900000000');
    await wechat.getPhone(used);
    const old = simulator.issuePhoneCode('13900000000');
    now += 5 * MINUTE;
    for (const code of [used, old, simulator.issueCode(user)]) {
      expect(await wechat.getPhone(code)).toEqual({ kind: 'refused', reason: 'code_invalid' });
    }
  });
});

describe('a vendor that misbehaves', () => {
  const withReply = async (body: string, status = 200) => {
    const server = await startSimulatorServer(({ path }) =>
      path === STABLE_TOKEN ? jsonReply({ access_token: 'token', expires_in: 7200 }) : { status, body },
    );
    const { baseUrl } = server;
    return { client: new WechatLive({ ...simulator.config, baseUrl }, clock), close: server.close };
  };

  it('is not believed when the phone number belongs to another app', async () => {
    const phone_info = { purePhoneNumber: '13900000000', countryCode: 86, watermark: { appid: 'wx0000000000000009' } };
    const { client, close } = await withReply(JSON.stringify({ errcode: 0, phone_info }));
    await expect(client.getPhone('any')).rejects.toThrow(new AdapterFailure('wechat', 'foreign_watermark'));
    await close();
  });

  it.each([
    ['<html>', 200],
    ['{"openid":"oTEST-0001"}', 502],
  ])('is unavailable when it answers %j with status %i', async (body, status) => {
    const { client, close } = await withReply(body, status);
    expect(await client.signIn('any')).toEqual({ kind: 'refused', reason: 'unavailable' });
    await close();
  });

  it('fails loudly when it signs nobody in', async () => {
    const { client, close } = await withReply('{"errcode":0}');
    await expect(client.signIn('any')).rejects.toThrow(new AdapterFailure('wechat', 'unknown_reply'));
    await close();
  });
});

describe('subscription message', () => {
  const message = { openId: user.openId, templateId: 'reminder', data: { thing1: '献血提醒', date2: '2026-12-01' } };

  it('delivers one message for each tap on allow', async () => {
    simulator.allowMessages(user.openId, 'reminder');
    expect(await wechat.sendMessage({ ...message, page: 'pages/home/index?tab=1' })).toEqual({ kind: 'sent' });
    expect(simulator.messages).toEqual([{ ...message, page: 'pages/home/index?tab=1' }]);
    expect(await wechat.sendMessage(message)).toEqual({ kind: 'not_subscribed' });
  });

  it('shortens a thing field that is too long', async () => {
    simulator.allowMessages(user.openId, 'reminder');
    const thing1 = '浙江省杭州市拱墅区莫干山路一百二十三号献血屋';
    expect(await wechat.sendMessage({ ...message, data: { ...message.data, thing1 } })).toEqual({ kind: 'sent' });
    expect(simulator.messages[0]?.data.thing1).toBe('浙江省杭州市拱墅区莫干山路一百二十三号…');
  });

  it.each([
    ['an unknown person', { openId: 'oTEST-none' }, '40003'],
    ['an unknown template', { templateId: 'none' }, '40037'],
    ['a page that is not released', { page: 'pages/none' }, '41030'],
    ['a missing field', { data: { thing1: '献血提醒' } }, '47003'],
  ])('fails loudly for %s', async (_, change, code) => {
    simulator.allowMessages(user.openId, 'reminder');
    await expect(wechat.sendMessage({ ...message, ...change })).rejects.toThrow(new AdapterFailure('wechat', code));
  });

  it('reports a full quota as unavailable', async () => {
    simulator.failNext(SEND, 45009);
    expect(await wechat.sendMessage(message)).toEqual({ kind: 'refused', reason: 'unavailable' });
  });
});

describe('shortening of a thing field', () => {
  it.each([
    ['二十个字刚好不用缩短一二三四五六七八九十', '二十个字刚好不用缩短一二三四五六七八九十'],
    ['二十个字刚好不用缩短一二三四五六七八九十多', '二十个字刚好不用缩短一二三四五六七八九…'],
    [' 换行\n和 空格 ', '换行 和 空格'],
    ['一二三四五六七八九十一二三四五六七八𠮷野家', '一二三四五六七八九十一二三四五六七八…'],
  ])('turns %j into %j', (text, short) => {
    expect(shortenThing(text)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(20);
  });
});

describe('mini-program code', () => {
  const request = { scene: 'c=0190b5a0-7f3a', page: 'pages/home/index' };

  it('answers the bytes of an image', async () => {
    const code = await wechat.makeCode(request);
    expect(code).toMatchObject({ kind: 'ok', contentType: 'image/png' });
    expect(code.kind === 'ok' && code.image.subarray(1, 4).toString()).toBe('PNG');
  });

  it('reads the error that comes as JSON instead of an image', async () => {
    expect(await wechat.makeCode({ ...request, page: 'pages/none' })).toEqual({
      kind: 'refused',
      reason: 'page_not_released',
    });
  });

  it('takes a page that is not released yet in a trial version', async () => {
    const trial = new WechatLive({ ...simulator.config, version: 'trial' }, clock);
    expect(await trial.makeCode({ ...request, page: 'pages/none' })).toMatchObject({ kind: 'ok' });
  });

  it.each([['献血'], ['a%20b'], ['x'.repeat(33)], ['']])('fails loudly for the scene %j', async scene => {
    await expect(wechat.makeCode({ ...request, scene })).rejects.toThrow(new AdapterFailure('wechat', '40129'));
  });
});

describe('signatures and decryption', () => {
  const sessionKey = 'bWFkZS11cC1rZXktMDAwMQ==';
  const encrypted = {
    iv: 'bWFkZS11cC1pdi0tMDAwMQ==',
    encryptedData:
      '0eP6W1yjd6ev6NojCMdEyz+B3Gavl9H8vE7jQMoWCOTiXXAGlzu3lzZNK0BRbD7IieSQ4Nkg/Lt2e/svTjr03R8brwNW8DDiPv3q45Fv' +
      'g+OZEG+6cgE8ccPDPCFhQWCbupsIGcTJui5Ctof+DWGIvg==',
  };

  it('sign user data with the session key as text behind it', () => {
    const rawData = '{"nickName":"测试用户","gender":0,"language":"zh_CN"}';
    expect(wechatDataSignature(rawData, sessionKey)).toBe('df0551be56fa08b4ba0a43aeb5d1a86394f94002');
  });

  it.each([
    ['{"a":1}', '16f37a69b28764788ef0f689db47bb3b6ec891534e2a11c091b659b6054e5562'],
    ['', '3c6e18679644cd580b0aaf90a76c05421c83697ad85ea53a5ba82a75c2bee04d'],
  ])('sign the session over %j', (data, signature) => {
    expect(wechatSessionSignature(data, sessionKey)).toBe(signature);
  });

  it('decrypt what belongs to our app and nothing else', () => {
    expect(decryptWechatData(encrypted, sessionKey, 'wx0000000000000001')).toEqual({
      openId: 'oTEST-made-up-0001',
      watermark: { timestamp: 1700000000, appid: 'wx0000000000000001' },
    });
    expect(decryptWechatData(encrypted, sessionKey, 'wx0000000000000002')).toBeUndefined();
    expect(decryptWechatData(encrypted, 'AAAAAAAAAAAAAAAAAAAAAA==', 'wx0000000000000001')).toBeUndefined();
  });
});
