import { type SimulatedRegister, emptyRegister } from '../data-sharing/register';
import type { DataSharingSimulator, SimulatedInterface } from '../data-sharing/simulator';
import { connectedTransport } from '../data-sharing/testing-transport';
import { LiveCivilAffairs } from './live';
import { CIVIL_AFFAIRS_PATHS, civilAffairsInterfaces } from './simulator';

const MAN = { name: '测试甲', docNumber: '33000019700101001X' };
const WOMAN = { name: '测试乙', docNumber: '330000197202020028' };
const SECOND = { name: '测试丙', docNumber: '330000197303030045' };
const asked = { ...MAN, sex: 'male' as const, birthDate: '1970-01-01' };

let register: SimulatedRegister;
let simulator: DataSharingSimulator;
let civil: LiveCivilAffairs;

const connect = async (interfaces: Record<string, SimulatedInterface> = civilAffairsInterfaces(register)) => {
  const connected = await connectedTransport(interfaces);
  simulator = connected.simulator;
  civil = new LiveCivilAffairs({ transport: connected.transport, paths: CIVIL_AFFAIRS_PATHS });
};
beforeEach(() => {
  register = emptyRegister();
  return connect();
});
afterEach(() => simulator.close());

describe('marriage register', () => {
  const marriage = { man: MAN, woman: WOMAN, date: '2000-05-01', kind: 'marriage' as const };
  const divorce = { man: MAN, woman: WOMAN, date: '2010-05-01', kind: 'divorce' as const };
  const remarriage = { man: MAN, woman: SECOND, date: '2012-05-01', kind: 'marriage' as const };

  it.each([
    ['nothing is registered', [], { state: 'none' }],
    ['one marriage stands', [marriage], { state: 'married', with: WOMAN, registeredOn: '2000-05-01' }],
    ['a divorce followed', [divorce, marriage], { state: 'divorced', with: WOMAN, registeredOn: '2010-05-01' }],
    [
      'another marriage followed',
      [divorce, remarriage, marriage],
      { state: 'married', with: SECOND, registeredOn: '2012-05-01' },
    ],
    [
      'divorce and new marriage fall on one day',
      [{ ...remarriage, date: '2010-05-01' }, divorce],
      { state: 'married', with: SECOND, registeredOn: '2010-05-01' },
    ],
  ])('when %s the newest registration decides', async (_case, marriages, expected) => {
    register.marriages = marriages;
    expect((await civil.maritalStatus(asked)).status).toEqual(expected);
  });

  it('names the other spouse when the wife is asked about', async () => {
    register.marriages = [marriage];
    const wife = { ...WOMAN, sex: 'female' as const, birthDate: '1972-02-02' };
    expect((await civil.maritalStatus(wife)).status).toMatchObject({ state: 'married', with: MAN });
  });

  it('is unavailable when the kind of a registration is unknown', async () => {
    await simulator.close();
    await connect({
      [CIVIL_AFFAIRS_PATHS.marriage]: () => ({
        datas: [
          {
            name_man: '甲',
            cert_num_man: '1',
            name_woman: '乙',
            cert_num_woman: '2',
            registrationDate: '2020-01-01',
            registrationType: '补领',
          },
        ],
      }),
    });
    await expect(civil.maritalStatus(asked)).rejects.toMatchObject({ reason: 'malformed', vendorCode: 'type' });
  });
});

describe('birth certificates', () => {
  const birth = {
    certificateNumber: 'T330000001',
    child: { name: '测试<丁>', birthDate: '2001-06-01', docNumber: '330000200106010010' },
    mother: WOMAN,
    father: MAN,
  };
  const mother = { motherName: WOMAN.name, motherDocNumber: WOMAN.docNumber };

  it('tell child, mother and father', async () => {
    register.births = [birth];
    const { births, receipt } = await civil.births({ ...mother, certificateNumber: birth.certificateNumber });
    expect(births).toEqual([birth]);
    expect(receipt.source).toBe('卫健委出生医学证明');
  });

  it('may lack the father and the number of the child', async () => {
    register.births = [
      { certificateNumber: 'T330000002', child: { name: '测试戊', birthDate: '2003-01-01' }, mother: WOMAN },
    ];
    expect((await civil.births(mother)).births).toEqual(register.births);
  });

  it.each([
    ['another mother', { motherName: SECOND.name, motherDocNumber: SECOND.docNumber }],
    ['another certificate', { ...mother, certificateNumber: 'T330000009' }],
  ])('are none for %s', async (_case, question) => {
    register.births = [birth];
    expect((await civil.births(question)).births).toEqual([]);
  });

  it.each([
    ['a SOAP fault', '<soap:Envelope><soap:Body><soap:Fault/></soap:Body></soap:Envelope>'],
    ['a document type', '<!DOCTYPE x><return/>'],
    [
      'a record without a mother',
      '<a><return>&lt;R&gt;&lt;BirthInfo&gt;&lt;BirthCode&gt;1&lt;/BirthCode&gt;&lt;/BirthInfo&gt;&lt;/R&gt;</return></a>',
    ],
  ])('are unavailable after %s', async (_case, xml) => {
    await simulator.close();
    await connect({ [CIVIL_AFFAIRS_PATHS.birth]: () => ({ xml }) });
    await expect(civil.births(mother)).rejects.toMatchObject({ name: 'SourceUnavailable', reason: 'malformed' });
  });

  it('are unavailable while the platform is down', async () => {
    simulator.down = true;
    await expect(civil.births(mother)).rejects.toMatchObject({ reason: 'network' });
  });
});
