import path from 'node:path';
import * as z from 'zod/mini';
import { getKeySet } from '@contract/privileges';
import { fromBase64url } from '@privilege-code/base64url';
import { readKeySet } from '@privilege-code/signed-set';
import { verifyCode } from '@privilege-code/verify';
import { webCryptoCheck } from '@privilege-code/web-crypto';
import { qrAddress } from '@miniapp/ui/qr-matrix';
import { boot, type BootOptions, type MiniProgram } from '../testing/mini-program-harness';
import { type HostApis, type HostKind, type HostOptions } from '../testing/mini-program-host';
import { walk } from '../testing/mini-program-tree';
import { requestTo } from './support/host-request';
import { hostCode } from './support/persona-code';
import { sessionOf } from './support/persona-session';
import { type Service, startService } from './support/service';

const root = path.resolve(__dirname, '../..');
const people = {
  weapp: { personaId: 'regular', name: '测试乙', signIn: '微信登录', code: ['就能开通', '已经累计'] },
  alipay: { personaId: 'twenty', name: '测试丙', signIn: '支付宝登录', code: ['秒后自动换新', '每个码只能用一次'] },
} as const;

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const keptCodes = z.object({ codes: z.array(z.object({ text: z.string() })) });

/** What the program has kept for later. */
function codesIn(kept: ReadonlyMap<string, unknown>) {
  const [, stored] = [...kept].find(([key]) => key.includes('code-batch.')) ?? [];
  return typeof stored === 'string' ? keptCodes.parse(JSON.parse(stored)).codes : undefined;
}

/** Addresses of the pictures on the page, whatever number stands for the attribute in this build. */
const picturesOf = (program: MiniProgram): unknown[] =>
  [...walk(program.current().data.root)].flatMap(([node]) => Object.values(node));

/** What a gate says of the code when so many minutes have gone by. */
async function verified(text: string, minutes: number) {
  const reply = await fetch(service.baseUrl + getKeySet.path);
  const { cose, rootKey } = getKeySet.output.parse(await reply.json());
  const check = webCryptoCheck(crypto.subtle);
  const keySet = await readKeySet(
    fromBase64url(cose),
    { ...rootKey, alg: 'ES256', curve: 'P-256' },
    check.verifySignature,
  );
  if (!keySet) throw new Error('a key set that its own root refuses');
  const now = Math.floor(service.millis() / 1000) + minutes * 60;
  return verifyCode(text, { ...check, now, keySet, gateScope: 7, staffed: false, isRevoked: () => false });
}

describe.each<HostKind>(['weapp', 'alipay'])('a person with the compiled %s build', kind => {
  const { personaId, name, signIn, code } = people[kind];

  /** The host asks its own server for a code each time, so a code is never offered twice. */
  const signOn = (): HostApis => ({
    login: options => void hostCode(service.baseUrl, personaId).then(code => options.success?.({ code })),
    getAuthCode: options => void hostCode(service.baseUrl, personaId).then(authCode => options.success?.({ authCode })),
  });
  const opened: MiniProgram[] = [];
  afterEach(() => {
    for (const program of opened.splice(0)) program.close();
  });
  const start = (apis: HostApis = {}, phone: Partial<BootOptions> = {}): MiniProgram => {
    const request = requestTo(kind, service.baseUrl);
    const all = { request, ...signOn(), ...apis };
    const program = boot(path.join(root, 'dist', kind), { ...phone, kind, apis: all });
    opened.push(program);
    return program;
  };
  const see = (program: MiniProgram, ...texts: string[]) =>
    program.waitFor(() => texts.every(text => program.text().includes(text)));

  async function signedIn(apis: HostApis = {}): Promise<MiniProgram> {
    const program = start(apis);
    program.open('pages/home/index');
    await see(program, '您的献血，全省都认得', '登录');
    await program.tap('登录');
    await see(program, signIn);
    await program.tap('我已阅读并同意服务协议和隐私政策');
    await program.tap(signIn);
    await see(program, '电子无偿献血证', name);
    return program;
  }

  it('signs in with what the host knows and sees the certificate', async () => {
    const program = await signedIn();
    expect(program.current().route).toBe('pages/home/index');
    expect(program.pages).toHaveLength(1);
    await see(program, '累计献血', '全血', '证书编号');
  });

  it('signs in only after agreeing to the terms', async () => {
    const program = start();
    program.open('features/account/pages/sign-in');
    await see(program, signIn);
    await program.tap(signIn);
    await see(program, '请先阅读并勾选同意服务协议和隐私政策');
    expect(program.calls.filter(({ api }) => api === 'login' || api === 'getAuthCode')).toEqual([]);
  });

  it('opens the history, a page of a sub-package, and one donation of it', async () => {
    const program = await signedIn();
    await program.tap('献血记录');
    await see(program, '按时间', '按地点', '年');
    expect(program.current().route).toBe('features/certificates/pages/history');
    const donation = await program.waitFor(() => /全血 \d+ 毫升/.exec(program.text())?.[0]);
    await program.tap(donation);
    await see(program, '献血码');
    expect(program.pages.map(page => page.route)).toEqual([
      'pages/home/index',
      'features/certificates/pages/history',
      'features/certificates/pages/donation',
    ]);
  });

  it('looks for a place to give and opens its page', async () => {
    const program = await signedIn();
    program.open('pages/booking/index');
    await see(program, '选一个献血点', '杭州血液中心献血大厅');
    await program.tap('杭州血液中心献血大厅');
    await program.waitFor(() => program.current().route === 'features/appointments/pages/site');
    await see(program, '献血大厅', '可以献', '导航');
  });

  it('sees the code of the three exemptions, or how far it still is', async () => {
    const program = await signedIn();
    program.open('pages/code/index');
    await see(program, ...code);
  });

  it('goes on in airplane mode with the codes that it has, each in its minute', async () => {
    const { session } = await sessionOf(service.baseUrl, '献血满 20 次');
    const kept = new Map<string, unknown>([['donor.session', session]]);
    let [minutes, flying] = [0, false];
    const online = requestTo(kind, service.baseUrl);
    const request: HostApis[string] = options =>
      flying ? options.fail?.({ errMsg: 'request:fail', error: 12 }) : online(options);
    const phone = { kept, ahead: () => minutes * 60_000 };
    const before = start({ request }, phone);
    before.open('pages/code/index');
    await see(before, '秒后自动换新');
    const codes = await before.waitFor(() => codesIn(kept));
    expect(codes).toHaveLength(10);
    before.close();
    before.stop();

    flying = true;
    const program = start({ request }, phone);
    program.open('pages/code/index');
    await see(program, '没有网络，这是离线码');
    for (const [n, { text }] of codes.slice(0, 3).entries()) {
      minutes = n;
      await program.waitFor(() => picturesOf(program).includes(qrAddress([{ mode: 'alphanumeric', data: text }])));
      expect(await verified(text, minutes)).toMatchObject({ valid: true, code: { form: 'live' } });
      expect(await verified(text, minutes + 2)).toMatchObject({ valid: false, reason: 'expired' });
    }
    minutes = 11;
    await see(program, '原来的码已过期');
  });

  it('has an awake and bright screen while a code is on it, and the own settings afterwards', async () => {
    const level = kind === 'weapp' ? 'value' : 'brightness';
    const asked: unknown[] = [];
    const note = (name: string) => (options: HostOptions) => {
      asked.push(options[name]);
      options.success?.({});
    };
    const program = await signedIn({
      setKeepScreenOn: note('keepScreenOn'),
      getScreenBrightness: options => options.success?.({ [level]: 0.4 }),
      setScreenBrightness: note(level),
    });
    program.open(kind === 'weapp' ? 'features/visits/pages/arrival' : 'pages/code/index');
    await program.waitFor(() => asked.length === 2);
    expect(asked).toEqual([true, 1]);
    program.open('pages/mine/index');
    await program.waitFor(() => asked.length === 4);
    expect(asked.slice(2)).toEqual([false, 0.4]);
  });

  it('is told how to go on where the server wants to know who it is', async () => {
    const program = start();
    program.open('features/certificates/pages/history');
    await see(program, '登录后查看', '去登录');
  });

  it('is told when there is no connection', async () => {
    const program = start({ request: options => options.fail?.({ errMsg: 'request:fail', error: 12 }) });
    program.open('pages/booking/index');
    await see(program, '网络');
  });
});
