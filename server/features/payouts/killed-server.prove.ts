import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importPayoutResults, listPayoutBatches, makePayoutBatch, openPayoutFile } from '@contract/payouts';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Adapters } from '@server/adapters';
import type { DatabaseConfig } from '@server/platform/config';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { aHospital } from '@server/testing/builders/organizations';
import { payoutFaults } from '@server/testing/builders/payout-faults';
import { anApprovedClaim, saveAccountOf } from '@server/testing/builders/payouts';
import { asStaff } from '@server/testing/builders/sessions';
import { simulatedRegisters } from '@server/testing/builders/waivers';
import { startServerProcess } from '@server/testing/server-process';
import { type TestApp, clientOf, startTestApp, testStart } from '@server/testing/test-app';
import { takeTestDatabase, type TestDatabase } from '@server/testing/test-database';

/** `ROUNDS=100 npm run prove -- payouts/killed` kills at a hundred statements; one is part of `npm test`. */
const rounds = Number(process.env.ROUNDS ?? 1);

/** First statements of the three acts; a round kills some statements after one of them. */
const ACTS = [
  ['the bank’s answer is read', 'UPDATE .payout_line.'],
  ['a batch is made', 'UPDATE .payout_account.'],
  ['its file is opened', 'UPDATE .payout_batch.'],
] as const;

const kills = Array.from({ length: rounds }, (_, n) => {
  const [what, killFrom] = ACTS[n % ACTS.length] ?? ACTS[0];
  // Another statement each time; the acts have some 10 to 40.
  return { what, killFrom, killAt: 1 + ((Math.floor(n / ACTS.length) * 7 + n * 3 + 4) % 40) };
});

const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';

/** The bank as it stands: it takes each line of each file once, pays, and answers the same whenever it is asked. */
class Bank {
  readonly paid = new Map<string, string>();

  take(content: string): string {
    const [head = '', , ...rows] = content.trim().split('\n');
    const batch = head.split(',')[1] ?? '';
    const answers = rows.slice(0, -1).map(row => {
      const [line = '', claim = '', , , , amount = ''] = row.split(',');
      const reference = `BANK-${batch}-${line}`;
      this.paid.set(reference, claim);
      return [line, claim, amount, 'PAID', '', reference].join(',');
    });
    return [HEADER, ...answers].join('\n');
  }
}

let folder: string;
let database: TestDatabase;
let config: DatabaseConfig;
let register: SimulatedRegister;
let platform: DataSharingSimulator;
let adapters: Partial<Adapters>;
const bank = new Bank();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'payout-killed-'));
  database = await takeTestDatabase();
  const inMemory = database.config.kind === 'sqlite';
  config = inMemory ? { kind: 'sqlite', file: path.join(folder, 'service.sqlite') } : database.config;
  ({ register, platform, adapters } = await simulatedRegisters());
}, 60_000);
afterAll(async () => {
  await database.giveBack();
  await platform.close();
  rmSync(folder, { recursive: true });
});

const inApp = async <T>(work: (test: TestApp) => Promise<T>): Promise<T> => {
  const test = await startTestApp({ adapters, database: config });
  try {
    return await work(test);
  } finally {
    await test.close();
  }
};

/** What an operator does until it is done; ends with the server when that dies. */
async function payOut(client: Pick<TestApp, 'call'>, as: string): Promise<void> {
  await client.call(makePayoutBatch, {}, { as });
  const batches = await client.call(listPayoutBatches, {}, { as });
  if (!batches.ok) throw new Error(batches.code);
  for (const { id: batchId, state } of batches.value.items) {
    if (state !== 'ready' && state !== 'downloaded') continue;
    const file = await client.call(openPayoutFile, { batchId }, { as });
    if (!file.ok) throw new Error(file.code);
    await client.call(importPayoutResults, { batchId, content: bank.take(file.value.content) }, { as });
  }
}

async function untilKilled(as: string, env: Record<string, string>): Promise<boolean> {
  const server = await startServerProcess({
    databaseUrl: config.kind === 'mysql' ? config.url : '',
    startAt: testStart,
    dataDir: folder,
    env: { ...env, NODE_OPTIONS: `--require ${path.join(__dirname, '../../testing/kill-at-statement.cjs')}` },
  });
  const wasKilled = await payOut(clientOf(server.baseUrl), as).then(
    () => false,
    () => true,
  );
  await (wasKilled ? server.kill() : server.stop());
  return wasKilled;
}

const prepared = () =>
  inApp(async test => {
    const hospital = await aHospital(test);
    for (const card of [1, 2]) {
      const claim = await anApprovedClaim({ test, register, hospital });
      await saveAccountOf(test, claim, card);
    }
    return (await asStaff(test, 'operator')).token;
  });

const faultsOf = (test: TestApp) =>
  test.inTransaction(async tx => [...(await payoutFaults(tx.em)), ...(await ledgerFaults(tx.em))]);

describe('a server that is killed between two statements', () => {
  it.each(kills)(
    'while $what, $killAt statements on: nothing half, nothing lost, nothing paid twice',
    async ({ killFrom, killAt }) => {
      await untilKilled(await prepared(), { KILL_FROM: killFrom, KILL_AT: String(killAt) });
      await inApp(async test => {
        // What the dead server left stands by itself, before anybody repeats anything.
        expect(await faultsOf(test)).toEqual([]);
        const { token } = await asStaff(test, 'operator');
        await payOut(test, token);
        await payOut(test, token);
        expect(await faultsOf(test)).toEqual([]);
        const claims = (await test.inTransaction(tx =>
          tx.em.query("SELECT number, state FROM waiver_claim WHERE via = 'online'"),
        )) as { number: string; state: string }[];
        expect(claims.map(({ state }) => state)).toEqual(claims.map(() => 'paid'));
        // And by the bank's own books: each claim once.
        expect([...bank.paid.values()].sort()).toEqual(claims.map(({ number }) => number).sort());
      });
    },
    120_000,
  );

  it('leaves halves behind without transactions, and the check of the proof says so', async () => {
    const token = await prepared();
    const env = { KILL_FROM: 'UPDATE .payout_line.', KILL_AT: '2', NO_TRANSACTIONS: '1' };
    expect(await untilKilled(token, env)).toBe(true);
    const faults = await inApp(faultsOf);
    expect(faults.some(fault => fault.startsWith('a line and its claim differ'))).toBe(true);
  }, 120_000);
});
