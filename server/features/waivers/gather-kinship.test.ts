import type { Kinship } from '@rules/kinship';
import { type SimulatedRegister, emptyRegister } from '@server/adapters/data-sharing/register';
import { CIVIL_AFFAIRS_PATHS } from '@server/adapters/civil-affairs/simulator';
import { PUBLIC_SECURITY_PATHS } from '@server/adapters/public-security/simulator';
import { simulatedRegisters } from '@server/testing/builders/waivers';
import { gatherKinship } from './gather-kinship';
import type { Party } from './parties';

const party = (name: string, sex: 'male' | 'female', birthDate: string, docNumber: string): Party => ({
  ...{ name, sex, birthDate, docNumber },
  docType: 'id_card',
});
const donor = party('测试甲', 'male', '1985-01-01', '330000198501019011');
const wife = party('测试乙', 'female', '1986-01-01', '330000198601019028');
const mother = party('测试丙', 'female', '1960-01-01', '330000196001019044');
const wifesMother = party('测试丁', 'female', '1961-01-01', '330000196101019060');
const grandmother = party('测试戊', 'female', '1936-01-01', '330000193601019081');
const sister = party('测试己', 'female', '1988-01-01', '330000198801019009');

const book = (...members: [Party, string][]) => ({
  members: members.map(([{ name, docNumber }, relation]) => ({ name, docNumber, relation })),
});
const marriage = { man: donor, woman: wife, date: '2010-01-01', kind: 'marriage' as const };
const birthOf = (child: Party, of: Party) => ({
  certificateNumber: `T${child.docNumber}`,
  child: { name: child.name, birthDate: child.birthDate ?? '', docNumber: child.docNumber },
  mother: of,
});

async function gather(claimed: Kinship, patient: Party, known: Partial<SimulatedRegister>, broken: string[] = []) {
  const { register, platform, adapters } = await simulatedRegisters();
  Object.assign(register, { ...emptyRegister(), ...known });
  for (const path of broken) platform.brokenPaths.add(path);
  const { verdict, answers } = await gatherKinship(adapters, { donor, patient, claimed });
  await platform.close();
  return { verdict, asked: answers.map(({ source, result }) => `${source}: ${result}`) };
}

describe('proving kinship by the registers', () => {
  it.each<[string, Kinship, Party, Partial<SimulatedRegister>]>([
    ['a wife by the marriage register', 'spouse', wife, { marriages: [marriage] }],
    [
      'a wife whose marriage is older than the register',
      'spouse',
      wife,
      { households: [book([donor, '02'], [wife, '12'])] },
    ],
    ['a mother by the household', 'parent', mother, { households: [book([donor, '02'], [mother, '52'])] }],
    ['a mother by a birth certificate', 'parent', mother, { births: [birthOf(donor, mother)] }],
    [
      'a sister by the household of the parents',
      'sibling',
      sister,
      { households: [book([mother, '02'], [donor, '20'], [sister, '30'])] },
    ],
    [
      'a wife’s mother by the marriage and her own household',
      'spouse_parent',
      wifesMother,
      { marriages: [marriage], households: [book([wifesMother, '02'], [wife, '30'])] },
    ],
    [
      'a wife’s mother by the marriage and a birth certificate',
      'spouse_parent',
      wifesMother,
      { marriages: [marriage], births: [birthOf(wife, wifesMother)] },
    ],
    [
      'a mother’s mother by two households',
      'grandparent',
      grandmother,
      { households: [book([mother, '02'], [donor, '20']), book([grandmother, '02'], [mother, '30'])] },
    ],
  ])('proves %s', async (_case, claimed, patient, known) => {
    // The mother stands in two books at once: the register answers the first in which a person is found.
    expect((await gather(claimed, patient, known)).verdict).toBe('proved');
  });

  it.each<[string, Kinship, Party, Partial<SimulatedRegister>, string]>([
    ['nothing is registered', 'parent', mother, {}, 'not_found'],
    ['the donor is married to another', 'spouse', sister, { marriages: [marriage] }, 'conflict'],
    [
      'the donor is divorced from the daughter of the patient',
      'spouse_parent',
      wifesMother,
      {
        marriages: [marriage, { ...marriage, kind: 'divorce', date: '2020-01-01' }],
        households: [book([donor, '02'], [wife, '12'], [wifesMother, '56'])],
      },
      'conflict',
    ],
    ['the household says sister', 'parent', sister, { households: [book([donor, '02'], [sister, '77'])] }, 'conflict'],
  ])('when %s', async (_case, claimed, patient, known, verdict) => {
    expect((await gather(claimed, patient, known)).verdict).toBe(verdict);
  });

  it('does not take a wife from the household book while the marriage register is down', async () => {
    const known = { households: [book([donor, '02'], [wife, '12'])] };
    expect((await gather('spouse', wife, known, [CIVIL_AFFAIRS_PATHS.marriage])).verdict).toBe('unavailable');
  });

  it('proves a mother by the birth certificate while the household register is down', async () => {
    const known = { births: [birthOf(donor, mother)] };
    expect((await gather('parent', mother, known, [PUBLIC_SECURITY_PATHS.household])).verdict).toBe('proved');
  });

  it('stops asking as soon as the kinship is proved', async () => {
    const { asked } = await gather('parent', mother, { households: [book([donor, '02'], [mother, '52'])] });
    expect(asked).toEqual(['公安居民户成员信息: proved']);
  });
});
