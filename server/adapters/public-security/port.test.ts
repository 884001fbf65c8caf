import { type SimulatedRegister, emptyRegister } from '../data-sharing/register';
import type { DataSharingSimulator } from '../data-sharing/simulator';
import { connectedTransport } from '../data-sharing/testing-transport';
import { LivePublicSecurity } from './live';
import { PUBLIC_SECURITY_PATHS, publicSecurityInterfaces } from './simulator';

const FATHER = { name: '测试甲', docNumber: '33000019700101001X' };
const CHILD = { name: '测试乙', docNumber: '330000199501010011' };

let register: SimulatedRegister;
let simulator: DataSharingSimulator;
let police: LivePublicSecurity;

const connect = async (appSecret?: string) => {
  const connected = await connectedTransport(publicSecurityInterfaces(register), appSecret ? { appSecret } : {});
  simulator = connected.simulator;
  police = new LivePublicSecurity({ transport: connected.transport, paths: PUBLIC_SECURITY_PATHS });
};
beforeEach(async () => {
  register = {
    ...emptyRegister(),
    persons: [FATHER],
    households: [
      {
        members: [
          { ...FATHER, relation: '户主' },
          { ...CHILD, relation: '22' },
        ],
      },
    ],
  };
  await connect();
});
afterEach(() => simulator.close());

describe('population register', () => {
  it.each([
    ['the right name', FATHER, 'matched'],
    ['another name', { ...FATHER, name: '测试丙' }, 'mismatched'],
    ['an unknown number', CHILD, 'not_found'],
    ['a number written with a small x', { ...FATHER, docNumber: '33000019700101001x' }, 'matched'],
  ])('answers %s', async (_case, person, result) => {
    expect((await police.verifyIdentity(person)).result).toBe(result);
  });

  it('asks on behalf of the person and names the source in the receipt', async () => {
    const { receipt } = await police.verifyIdentity(FATHER);
    expect(receipt.source).toBe('公安人口信息');
    expect(simulator.lastAdditional).toMatchObject({ sponsorName: FATHER.name, sponsorCode: FATHER.docNumber });
  });
});

describe('household register', () => {
  it('lists the members of the book with their relation to the head', async () => {
    const { members } = await police.household(CHILD);
    expect(members).toEqual([
      { ...FATHER, toHead: '户主' },
      { ...CHILD, toHead: '22' },
    ]);
  });

  it('answers an empty list for somebody in no book', async () => {
    expect((await police.household({ ...CHILD, name: '测试丙' })).members).toEqual([]);
  });

  it('does not guess when a member lacks a field', async () => {
    register.households = [{ members: [{ ...CHILD, relation: '' }] }];
    await expect(police.household(CHILD)).rejects.toMatchObject({ reason: 'malformed', vendorCode: 'YHZGX' });
  });

  it.each([
    ['the platform is down', async () => void (simulator.down = true), 'network'],
    ['the register is down', async () => void simulator.brokenPaths.add(PUBLIC_SECURITY_PATHS.household), 'network'],
    ['the quota is used up', async () => void (simulator.quota = 0), 'quota'],
    ['our secret is wrong', () => simulator.close().then(() => connect('wrong')), 'signature'],
  ])('is unavailable when %s', async (_case, arrange, reason) => {
    await arrange();
    await expect(police.household(CHILD)).rejects.toMatchObject({ name: 'SourceUnavailable', reason });
  });
});
