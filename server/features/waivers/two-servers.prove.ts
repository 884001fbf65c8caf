import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import { type Desk, aDesk, aLastClaim, lastQuotaFen, settleAt } from '@server/testing/builders/last-millilitres';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { simulatedRegisters } from '@server/testing/builders/waivers';
import { startServerProcess, type ServerProcess } from '@server/testing/server-process';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { WaiverClaim } from './waiver-claim.entity';

/** `ROUNDS=100 TEST_DB=mariadb npm run prove -- waivers/two-servers` repeats each of these; two rounds are part of `npm test`. */
const rounds = Number(process.env.ROUNDS ?? 2);
const eachRound = Array.from({ length: rounds }, (_, n) => n + 1);

// SQLite has one process.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('the last millilitres, two servers and a worker', () => {
  let test: TestApp;
  let register: SimulatedRegister;
  let platform: DataSharingSimulator;
  let desks: Desk[];
  let servers: ServerProcess[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'waiver-servers-'));

  const start = () => {
    const { database } = test.app.config;
    if (database.kind !== 'mysql') throw new Error('no database that two processes can open');
    return startServerProcess({ databaseUrl: database.url, startAt: test.clock.now(), dataDir: folder });
  };
  beforeAll(async () => {
    const registers = await simulatedRegisters();
    ({ register, platform } = registers);
    test = await startTestApp({ adapters: registers.adapters });
    desks = [await aDesk(test), await aDesk(test)];
    servers = await Promise.all([start(), start()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map(server => server.stop()));
    await test.close();
    await platform.close();
    rmSync(folder, { recursive: true });
  }, 60_000);

  /** Servers live as long as the file; the clock of the test goes on with theirs. */
  const started = Date.now();
  beforeEach(() => test.clock.set(new Date(Date.parse(testStart) + (Date.now() - started)).toISOString()));

  const urlOf = (n: number): string => servers[n % servers.length]?.baseUrl ?? '';
  const granted = async (donorId: string) => {
    const claims = await test.inTransaction(tx => tx.em.findBy(WaiverClaim, { donorId }));
    return claims.filter(({ state }) => state === 'paid' || state === 'approved');
  };
  const waived = (claims: readonly WaiverClaim[]) => claims.reduce((fen, claim) => fen + (claim.waivedFen ?? 0), 0);
  const faults = () => test.inTransaction(tx => ledgerFaults(tx.em));

  it.each(eachRound)(
    'are spent once by two hospitals and a claim online (round %i)',
    async () => {
      const { donor, bills } = await aLastClaim(test, register, desks, urlOf(1));
      const [answers] = await Promise.all([
        Promise.all(bills.map((bill, n) => settleAt(urlOf(n), bill))),
        // The worker checks the claim in the same moment.
        test.drain(),
      ]);
      // A deadlock that nobody repeated would be a DEFECT.
      expect(answers.filter(answer => typeof answer === 'string' && answer !== 'BALANCE_SPENT')).toEqual([]);
      const claims = await granted(donor.personId);
      expect(waived(claims)).toBe(lastQuotaFen);
      expect(claims.map(({ waivedFen }) => waivedFen).sort()).toEqual([11_000, 33_000, 33_000, 33_000]);
      expect(await faults()).toEqual([]);
    },
    60_000,
  );

  it.each(eachRound)(
    'are neither lost nor spent twice when a server is killed in the middle (round %i)',
    async round => {
      const { donor, bills } = await aLastClaim(test, register, desks, urlOf(1));
      let answered = 0;
      let ending: Promise<void> | undefined;
      // Another moment each round: after so many answers one process is gone, whatever it was about to write.
      const killAfter = round % 4;
      const settle = async (bill: (typeof bills)[number], n: number) => {
        if (answered >= killAfter) ending ??= servers[0]?.kill();
        await settleAt(urlOf(n), bill);
        answered++;
      };
      await Promise.all([...bills.map(settle), test.drain()]);
      ending ??= servers[0]?.kill();
      await ending;
      // The hospital has no answer and sends the same again, to the server that is left.
      const again = await Promise.all(bills.map(bill => settleAt(urlOf(1), bill)));
      expect(again.filter(answer => typeof answer === 'string' && answer !== 'BALANCE_SPENT')).toEqual([]);
      await test.drain();
      expect(waived(await granted(donor.personId))).toBe(lastQuotaFen);
      expect(await faults()).toEqual([]);
      servers = [await start(), ...servers.slice(1)];
    },
    90_000,
  );
});
