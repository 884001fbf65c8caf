import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { reportStay } from '@contract/hospital-stays';
import { newId } from '@server/platform/ids';
import { aStay } from '@server/testing/builders/hospital-stays';
import { aHospital } from '@server/testing/builders/organizations';
import { aDonor, type TestPerson } from '@server/testing/builders/people';
import { asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { aDonation } from '@server/testing/builders/waivers';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { percentile, type Bench, Stopwatch } from './harness';

/** What has to hold: 50 events a second, each decided within two seconds. */
const perSecond = 50;
const lanes = 8;

interface World {
  test: TestApp;
  send(n: number): Promise<void>;
}

async function makeWorld(file: string): Promise<World> {
  const test = await startTestApp({ database: { kind: 'sqlite', file } });
  const hospitals: TestMachine[] = [];
  for (let n = 0; n < 20; n += 1) hospitals.push(await asMachine(test, 'hospital', (await aHospital(test)).id));
  const patients: TestPerson[] = [];
  for (let n = 0; n < 40; n += 1) {
    const donor = await aDonor(test, { name: '测试献血', phone: `199${String(10_000_000 + n)}` });
    await aDonation(test, donor, '2024-01-10');
    patients.push(donor);
  }
  return {
    test,
    async send(n) {
      const [his, patient] = [hospitals[n % hospitals.length], patients[n % patients.length]];
      if (!his || !patient) throw new Error('an empty world');
      // One new stay for each event: every one of them ends with a decision for a message.
      const answer = await his.call(reportStay, aStay(patient, { stayNumber: `ZY-${n}`, at: testStart }).admitted());
      if (!answer.ok) throw new Error(answer.code);
    },
  };
}

/** Open loop: events come at their time, whether the ones before are answered or not; waiting in line counts. */
async function atRate({ send }: World, from: number, count: number): Promise<number[]> {
  const waits: number[] = [];
  const started = performance.now();
  const underWay: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = started + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise(resolve => setTimeout(resolve, early));
    underWay.push(send(from + n).then(() => void waits.push(performance.now() - due)));
  }
  await Promise.all(underWay);
  return waits;
}

async function asFastAsItGoes({ send }: World, from: number, count: number): Promise<number> {
  let next = from;
  const started = performance.now();
  const lane = async () => {
    while (next < from + count) await send(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count / ((performance.now() - started) / 1000);
}

/** The rows of one event and nothing else: nonce, stay, event, notice, message, delivery, outbox and audit line, one transaction each. */
async function rawRate({ test }: World, count: number): Promise<number> {
  const { db } = test.app;
  const tables = [
    'machine_nonce',
    'hospital_stay',
    'stay_event',
    'care_notice',
    'message',
    'message_delivery',
    'outbox_message',
    'audit_line',
  ];
  const watch = new Stopwatch();
  const samples = await db.read(async em => {
    const rows: { table: string; row: Record<string, string | number | null> }[] = [];
    for (const table of tables) {
      const [row] = (await em.query(`SELECT * FROM ${table} LIMIT 1`)) as Record<string, string | number | null>[];
      if (row) rows.push({ table, row });
    }
    return rows;
  });
  const unique = /^(id|nonce|stay_number|event_number|stay_id|message_id|dedupe_key)$/;
  await watch.time(async () => {
    for (let n = 0; n < count; n += 1)
      await db.transaction(async em => {
        for (const { table, row } of samples) {
          const entries = Object.entries(row).map(
            ([name, value]) => [name, unique.test(name) ? newId() : value] as const,
          );
          const names = entries.map(([name]) => `"${name}"`).join(', ');
          const marks = entries.map(() => '?').join(', ');
          await em.query(
            `INSERT INTO ${table} (${names}) VALUES (${marks})`,
            entries.map(([, value]) => value),
          );
        }
      });
  });
  return count / watch.seconds;
}

/** `npm run -s bench -- care [--seconds 20]`: from the event of a hospital to the decision about the notice. */
export const bench: Bench = async options => {
  const seconds = Number(options.get('seconds') ?? 20);
  const folder = mkdtempSync(path.join(tmpdir(), 'care-'));
  const world = await makeWorld(path.join(folder, 'bench.sqlite'));
  try {
    await asFastAsItGoes(world, 0, 200);
    const waits = await atRate(world, 1_000, perSecond * seconds);
    const ours = await asFastAsItGoes(world, 100_000, 1_000);
    const limit = await rawRate(world, 1_000);
    return {
      name: 'care',
      unit: 'events/s',
      ours,
      limit,
      p50: percentile(waits, 0.5),
      p99: percentile(waits, 0.99),
      extra: { offeredPerSecond: perSecond, events: waits.length, slowestMs: Math.round(Math.max(...waits)) },
    };
  } finally {
    await world.test.close();
    rmSync(folder, { recursive: true });
  }
};
