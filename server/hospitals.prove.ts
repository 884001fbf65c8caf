import { SettlementEntry } from '@server/features/waivers/settlement-entry.entity';
import { WaiverClaim } from '@server/features/waivers/waiver-claim.entity';
import { Message } from '@server/features/notifications/message.entity';
import { randomOf } from '@server/seeds/generate-random';
import { aHospital } from '@server/testing/builders/organizations';
import { aDonor, aPerson, type TestPerson } from '@server/testing/builders/people';
import { asMachine } from '@server/testing/builders/sessions';
import { aDonation, inOneHousehold, simulatedRegisters } from '@server/testing/builders/waivers';
import { HisHospital, type HisCase } from '@server/testing/his/his-hospital';
import { HisLine, faults } from '@server/testing/his/his-line';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { CareNotice } from '@server/features/inpatient-care/care-notice.entity';

/** All hospitals of the province in `npm run prove`, a few of them in `npm test`. */
const isLong = process.env.ROUNDS !== undefined;
const hospitalCount = isLong ? 1046 : 24;
const atOnce = 8;
const weights = [4, 6, 4, 2, 2, 2, 80];
const [today, tomorrow] = ['2026-03-05', '2026-03-06'];

let test: TestApp;
let hospitals: { hospital: HisHospital; line: HisLine; cases: HisCase[] }[];
let platform: Awaited<ReturnType<typeof simulatedRegisters>>['platform'];

beforeAll(async () => {
  const registers = await simulatedRegisters();
  ({ platform } = registers);
  test = await startTestApp({ adapters: registers.adapters });
  const random = randomOf(20261123, 1);
  // Fewer families than hospitals, so that several hospitals spend one balance.
  const families: { donor: TestPerson; mother: TestPerson }[] = [];
  for (let n = 0; n < Math.ceil(hospitalCount / 4); n += 1) {
    const donor = await aDonor(test, {
      name: '测试献血',
      sex: 'male',
      birthDate: '1990-05-05',
      docNumber: number(n, 1),
    });
    await aDonation(test, donor, '2024-01-10');
    const mother = await aPerson(test, {
      name: '测试母亲',
      sex: 'female',
      birthDate: '1962-02-02',
      docNumber: number(n, 2),
    });
    inOneHousehold(registers.register, [donor, '户主'], [mother, '母亲']);
    families.push({ donor, mother });
  }
  const caseOf = (n: number): HisCase => {
    const family = families[(n * 7 + random.whole(0, 3)) % families.length];
    if (!family) throw new Error('no family');
    const { donor, mother } = family;
    const bloodFen = random.whole(5_000, 40_000);
    if (random.chance(0.5)) return { patient: donor, donor: { who: random.chance(0.5) ? 'found' : 'self' }, bloodFen };
    const named = { name: donor.name, document: { ...donor.document } };
    return { patient: mother, donor: { who: 'relative', ...named, relation: 'parent' }, bloodFen };
  };
  hospitals = [];
  for (let n = 0; n < hospitalCount; n += 1) {
    const { id, code } = await aHospital(test, { code: `his-${String(n).padStart(4, '0')}` });
    const { machineId, secret } = await asMachine(test, 'hospital', id);
    const seconds = () => Math.floor(test.clock.millis() / 1000);
    const line = new HisLine({ baseUrl: test.baseUrl, machineId, secret, seconds, random: randomOf(7, n), weights });
    const cases = Array.from({ length: isLong ? 3 : 1 }, (_, k) => caseOf(n * 3 + k));
    hospitals.push({ hospital: new HisHospital(code, line, randomOf(11, n)), line, cases });
  }
}, 600_000);
afterAll(async () => {
  await test.close();
  await platform.close();
});

/** A valid number for each of many people: the region tells the family, the serial who it is in it. */
function number(family: number, serial: number): string {
  const region = `33${String(1 + (family % 99)).padStart(2, '0')}00`;
  const birth = serial === 1 ? '19900505' : '19620202';
  const order = String(900 + Math.floor(family / 99) * 2 + (serial === 1 ? 1 : 0)).padStart(3, '0');
  const digits = `${region}${birth}${order}`;
  const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = factors.reduce((total, factor, at) => total + factor * Number(digits[at]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

/** Each hospital one thing after the other, several hospitals at once. */
async function all<T>(work: (one: (typeof hospitals)[number]) => Promise<T>): Promise<T[]> {
  const queue = [...hospitals];
  const done: T[] = [];
  const lane = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) done.push(await work(next));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
}

describe(`${hospitalCount} hospitals that repeat, reorder and time out`, () => {
  it(
    'end with the books that the service has, and with one notice for each stay that may have one',
    async () => {
      await all(({ hospital, cases }) => hospital.work(today, cases));
      expect((await all(({ hospital }) => hospital.close(today))).flat()).toEqual([]);
      test.clock.set(`${tomorrow}T01:00:00.000Z`);
      await all(({ hospital }) => hospital.regret(tomorrow));
      expect((await all(({ hospital }) => hospital.close(tomorrow))).flat()).toEqual([]);

      const lines = hospitals.map(({ line }) => line);
      const happened = Object.fromEntries(
        faults.map(fault => [fault, lines.reduce((sum, line) => sum + line.seen[fault], 0)]),
      );
      expect(Object.values(happened).every(times => times > 0)).toBe(true);
      expect(lines.reduce((sum, line) => sum + line.unsigned, 0)).toBe(0);

      const ours = await test.app.db.read(em => em.find(SettlementEntry));
      const sum = (movement: string, rows: readonly { movement: string; amountFen: number }[]) =>
        rows.reduce((fen, row) => (row.movement === movement ? fen + row.amountFen : fen), 0);
      const theirs = hospitals.flatMap(({ hospital }) => hospital.books);
      expect([sum('settle', ours), sum('reverse', ours)]).toEqual([sum('settle', theirs), sum('reverse', theirs)]);
      const claims = await test.app.db.read(em => em.findBy(WaiverClaim, { via: 'hospital', state: 'paid' }));
      const standing = claims.reduce((fen, claim) => fen + (claim.waivedFen ?? 0), 0);
      expect(standing).toBe(sum('settle', theirs) - sum('reverse', theirs));

      const notices = await test.app.db.read(em => em.find(CareNotice));
      const messages = await test.app.db.read(em => em.countBy(Message, { kind: 'inpatient.notice' }));
      expect(messages).toBe(notices.filter(({ state }) => state === 'given').length);
      expect(new Set(notices.map(({ stayId }) => stayId)).size).toBe(notices.length);
      if (isLong)
        process.stdout.write(
          `${JSON.stringify({
            hospitals: hospitalCount,
            calls: lines.reduce((total, line) => total + line.calls, 0),
            faults: happened,
            settled: theirs.filter(({ movement }) => movement === 'settle').length,
            reversed: theirs.filter(({ movement }) => movement === 'reverse').length,
            refused: hospitals.reduce<Record<string, number>>((total, { hospital }) => {
              for (const [code, times] of Object.entries(hospital.refused)) total[code] = (total[code] ?? 0) + times;
              return total;
            }, {}),
            notices: messages,
          })}\n`,
        );
    },
    isLong ? 1_800_000 : 120_000,
  );
});
