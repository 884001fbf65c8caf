import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyAtGate } from '@contract/gates';
import { mintPrivilegeCode } from '@contract/privileges';
import { aGate, asEntitledDonor } from '@server/testing/builders/privileges';
import { startServerProcess, type ServerProcess } from '@server/testing/server-process';
import { clientOf, startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { GateScan } from './gate-scan.entity';
import { SpentCode } from './spent-code.entity';

/** `ROUNDS=100 TEST_DB=mariadb npm run prove -- gates/two-servers` repeats it; one round is part of `npm test`. */
const rounds = Number(process.env.ROUNDS ?? 1);
const eachRound = Array.from({ length: rounds }, (_, n) => n + 1);
const crowd = 200;

// SQLite has one process.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('two server processes on one database', () => {
  let test: TestApp;
  let servers: ServerProcess[];
  const folder = mkdtempSync(path.join(tmpdir(), 'two-gates-'));
  const started = Date.now();
  beforeAll(async () => {
    test = await startTestApp();
    const { database } = test.app.config;
    if (database.kind !== 'mysql') throw new Error('no database that two processes can open');
    const start = () => startServerProcess({ databaseUrl: database.url, startAt: test.clock.now(), dataDir: folder });
    servers = await Promise.all([start(), start()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map(server => server.stop()));
    await test.close();
    rmSync(folder, { recursive: true });
  }, 60_000);
  /** The clock of the test goes on with that of the servers. */
  beforeEach(() => test.clock.set(new Date(Date.parse(testStart) + (Date.now() - started)).toISOString()));

  const clients = () => servers.map(({ baseUrl }) => clientOf(baseUrl));

  it.each(eachRound)(
    'let one of two hundred in who show one code at once (round %i)',
    async round => {
      const donor = await asEntitledDonor(test);
      const gates = [await aGate(test, { staffed: false }), await aGate(test, { staffed: false })];
      const [one] = clients();
      const minted = await one?.get(mintPrivilegeCode, { scope: 'park' }, { as: donor.token });
      const code = minted?.text ?? '';
      const answers = await Promise.all(
        Array.from({ length: crowd }, async (_, n) => {
          const as = gates[n % 3 === 0 ? 0 : 1]?.screen;
          const client = clients()[n % 2];
          if (!client) throw new Error('no server');
          return client.get(verifyAtGate, { code, requestId: `round-${round}-${n}` }, { as });
        }),
      );
      const reasons = answers.map(({ reason }) => reason);
      expect(reasons.filter(reason => reason === 'ok')).toHaveLength(1);
      expect(reasons.filter(reason => reason === 'replay')).toHaveLength(crowd - 1);
      const ids = gates.map(({ gateId }) => gateId);
      const rows = await test.inTransaction(tx => tx.em.find(GateScan));
      const own = rows.filter(({ gateId }) => ids.includes(gateId));
      expect(own).toHaveLength(crowd);
      const greens = own.filter(({ result }) => result === 'green');
      expect(greens).toHaveLength(1);
      const spent = await test.inTransaction(tx => tx.em.findBy(SpentCode, { replayKey: greens[0]?.replayKey ?? '' }));
      expect(spent.map(({ scanId }) => scanId)).toEqual(greens.map(({ id }) => id));
    },
    60_000,
  );

  it.each(eachRound)(
    'give one request one answer and receipt, whichever of them it comes to (round %i)',
    async round => {
      const donor = await asEntitledDonor(test);
      const gate = await aGate(test);
      const [one] = clients();
      const minted = await one?.get(mintPrivilegeCode, { scope: 'park' }, { as: donor.token });
      const input = { code: minted?.text ?? '', requestId: `twin-of-round-${round}` };
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, n) => clients()[n % 2]?.get(verifyAtGate, input, { as: gate.screen })),
      );
      expect(new Set(answers.map(answer => answer?.receipt)).size).toBe(1);
      expect(answers[0]).toMatchObject({ result: 'green' });
      expect(await test.inTransaction(tx => tx.em.countBy(GateScan, { gateId: gate.gateId }))).toBe(1);
    },
    60_000,
  );
});
