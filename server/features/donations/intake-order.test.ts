import fc from 'fast-check';
import { intakeDonations } from '@contract/intake';
import { addDays } from '@rules/calendar';
import { testIdCard } from '@rules/documents';
import type { Abo, Sex } from '@rules/vocabulary';
import type { Organization } from '@server/features/organizations';
import type { Site } from '@server/features/sites';
import { anIntakeRow, registerContents } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

type Row = ReturnType<typeof anIntakeRow>;

describe('deliveries in any order', () => {
  let test: TestApp;
  let stations: { station: Organization; site: Site; machine: TestMachine }[];
  beforeAll(async () => {
    test = await startTestApp();
    stations = [];
    for (let n = 0; n < 2; n++) {
      const station = await aStation(test);
      stations.push({
        station,
        site: await aSite(test, station),
        machine: await asMachine(test, 'station', station.id),
      });
    }
  });
  afterAll(() => test.close());

  const groups: readonly Abo[] = ['A', 'B', 'O', 'AB'];
  let births = 0;
  /** Rows of three people at two stations, some on one day, with groups that contradict each other. */
  const rowsOf = (facts: readonly (readonly [number, number, number, number])[]): Row[] => {
    const people = [0, 1, 2].map(n => {
      const sex: Sex = n % 2 === 0 ? 'male' : 'female';
      const birthDate = addDays('1960-01-01', births++);
      const docNumber = testIdCard('330100', birthDate, sex === 'male' ? '901' : '902');
      return { name: `测试${n}`, sex, birthDate, document: { docType: 'id_card' as const, docNumber } };
    });
    return facts.flatMap(([who, where, day, group]) => {
      const [person, at] = [people[who], stations[where]];
      if (!person || !at) return [];
      const donatedAt = `${addDays('2020-01-01', day)} 10:00`;
      return [anIntakeRow(at.station, at.site, person, { donatedAt, abo: groups[group] })];
    });
  };
  const deliver = async (batches: readonly (readonly Row[])[]) => {
    for (const batch of batches)
      for (const { station, machine } of stations) {
        const rows = batch.filter(row => row.stationCode === station.code);
        if (rows.length === 0) continue;
        const answer = await machine.call(intakeDonations, { batchId: 'any', rows });
        if (!answer.ok || answer.value.refused.length > 0 || answer.value.corrected > 0)
          throw new Error(JSON.stringify(answer));
      }
  };
  const contents = (rows: readonly Row[]) =>
    test.inTransaction(async tx => {
      const { people, donations } = await registerContents(tx);
      return {
        people: people.filter(line => rows.some(row => line.includes(row.docNumber))),
        donations: donations.filter(line => rows.some(row => line.startsWith(row.donationNumber.slice(0, 13)))),
      };
    });
  /** Another telling of the same facts: the same people and donations under numbers that nobody has yet. */
  const anonymous = ({ people, donations }: Awaited<ReturnType<typeof contents>>) => ({
    people: people.map(line => line.split(',').slice(5).join(',')),
    donations: donations.map(line => line.split(',').slice(2).join(',')).sort(),
  });

  it('leave the same register, however the rows are cut, shuffled and repeated', async () => {
    const facts = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(facts, fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 6 }), async (given, cuts) => {
        const straight = rowsOf(given);
        await deliver([straight]);
        const expected = await contents(straight);
        const again = rowsOf(given);
        const pick = (index: number): Row[] => again.slice(index % again.length, (index % again.length) + 1);
        // Any cut with repetitions, then everything backwards so that no row is left out.
        await deliver([...cuts.map(cut => cut.flatMap(pick)), again.toReversed()]);
        expect(anonymous(await contents(again))).toEqual(anonymous(expected));
        await deliver([...cuts.map(cut => cut.flatMap(pick))]);
        expect(anonymous(await contents(again))).toEqual(anonymous(expected));
      }),
      { numRuns: 25 },
    );
  });

  it('leave the same register when they come at the same time', async () => {
    const people = Array.from({ length: 40 }, (_, n) => [n % 3, 0, n, n % 4] as const);
    const rows = rowsOf(people);
    const [first] = stations;
    if (!first) throw new Error('no station');
    const deliveries = [rows, rows.toReversed(), rows.slice(10), rows.slice(0, 30)];
    const answers = await Promise.all(
      deliveries.map(part => first.machine.call(intakeDonations, { batchId: 'at-once', rows: part })),
    );
    const added = answers.reduce((total, answer) => total + (answer.ok ? answer.value.added : 1000), 0);
    expect(added).toBe(rows.length);
    const { donations, people: found } = await contents(rows);
    expect(donations).toHaveLength(rows.length);
    expect(new Set(found).size).toBe(3);
    expect(found.map(line => line.split(',')[5]).sort()).toEqual(
      [39, 38, 37].map(last => groups[last % 4] ?? '').sort(),
    );
  });
});
