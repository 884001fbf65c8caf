import { settableClock } from '@server/platform/clock';
import { ConfigError, readConfig } from '@server/platform/config';
import { openAdapters, type Adapters } from '.';

const clock = settableClock('2026-03-05T01:00:00.000Z');
const config = readConfig({ NODE_ENV: 'test' });

const complete = {
  ADAPTER_WECHAT: { appId: 'wx1', appSecret: 's' },
  ADAPTER_ALIPAY: {
    appId: '2021',
    privateKey: 'key',
    alipayPublicKey: 'key',
    aesKey: Buffer.alloc(16).toString('base64'),
  },
  ADAPTER_ZHELIBAN: { unified: { accessKey: 'a', secretKey: 's', appId: '1' } },
  ADAPTER_SMS: { accessKeyId: 'a', accessKeySecret: 's', signName: 'n', templates: {} },
  ADAPTER_DATA_SHARING: {
    baseUrl: 'https://interface.example',
    signer: { kind: 'request-secret', appKey: 'k', appSecret: 's' },
    matter: { powerMatters: 'm', subPowerMatters: 's', accesscardId: 'a' },
    paths: { population: '/p', household: '/h', marriage: '/m', birth: '/b', verifyBill: '/v', findBills: '/f' },
  },
  ADAPTER_HOSPITALS: { hospitals: [{ code: 'H1', baseUrl: 'https://h1.example', appid: 'a', key: 'k' }] },
  ADAPTER_STATIONS: { machineId: 'us', stations: [] },
  ADAPTER_OBJECT_STORAGE: { kind: 'local-disk', folder: '/nonexistent' },
};
const texts = (settings: object) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, JSON.stringify(value)]));
const open = (settings: object) => openAdapters({ ...config, simulators: false, adapters: texts(settings) }, clock);

/** The lines an operator would read. */
const problemsOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('live adapters', () => {
  it('open from their settings, with the hospitals that are connected', async () => {
    const adapters = await open(complete);
    expect(adapters.hospital('H1')).toBeDefined();
    expect(adapters.hospital('H2')).toBeUndefined();
    expect(adapters.simulators).toBeUndefined();
  });

  it('name every missing setting in one line each', async () => {
    const problems = await problemsOf(async () => open({}));
    expect(problems.map(line => /ADAPTER_\w+/.exec(line)?.[0])).toEqual(Object.keys(complete));
  });

  it('name the wrong field and never its value', async () => {
    const wrong = { ...complete, ADAPTER_WECHAT: { appId: 'wx1', appSecret: 7_654_321 } };
    const problems = await problemsOf(async () => open(wrong));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('ADAPTER_WECHAT: appSecret');
    expect(problems[0]).not.toContain('7654321');
  });
});

describe('simulated adapters', () => {
  let adapters: Adapters;
  beforeAll(async () => {
    adapters = await openAdapters(config, clock);
  });
  afterAll(() => adapters.close());

  it('answer through the live clients: host, register, station', async () => {
    const { simulators } = adapters;
    if (!simulators) throw new Error('no simulators');
    const code = simulators.wechat.issueCode({ openId: 'demo-open-id' });
    expect(await adapters.wechat.signIn(code)).toEqual({ kind: 'ok', openId: 'demo-open-id' });
    simulators.register.persons.push({ name: '测试甲', docNumber: '330100199001019015' });
    const asked = { name: '测试甲', docNumber: '330100199001019015' };
    expect((await adapters.publicSecurity.verifyIdentity(asked)).result).toBe('matched');
    simulators.connectStation('S1');
    const notice = { noticeId: 'n1', stationCode: 'S1', din: 'Z9T0126000001', at: clock.now() };
    expect(await adapters.stations.notifyFreeze(notice)).toBe('frozen');
    expect(await adapters.hospital('any')?.billOfTreatment('none')).toBeUndefined();
  });
});
