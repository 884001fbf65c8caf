import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { Donor } from '@server/features/donors';
import { registerContents } from '@server/testing/builders/donations';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { ensureReferenceData } from '@server/seeds/reference-data';
import { Donation } from './donation.entity';
import { donationsChanged } from './events';
import { findIntakeProblems } from './find-intake-problems';
import { importDonations, tryImport } from './import-donations';
import { IntakeRun } from './intake-run.entity';
import { isLater } from './refresh-donors';
import { readLines, surveyIntakeFile, UnusableInput } from './read-intake-file';

const sample = 'server/seeds/sample/donations-5000.csv';
const badRows = 'server/seeds/sample/bad-rows.csv';

describe('the import of an export file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp();
    await test.inTransaction(ensureReferenceData);
  });
  afterEach(() => test.close());

  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const excerpt = (lines: number) =>
    readFileSync(sample, 'utf8')
      .split('\r\n')
      .slice(0, lines + 1);
  const importFile = async (file: string, options: Parameters<typeof importDonations>[2] = {}, app = test.app) => {
    const surveyed = await surveyIntakeFile(file);
    const { label, contentHash } = surveyed;
    return importDonations(app, { source: 'file', label, contentHash, lines: readLines(surveyed) }, options);
  };
  const contents = () => test.inTransaction(registerContents);

  it('names line, field and reason of every row that it does not take, and takes the others', async () => {
    const summary = await importFile(badRows);
    const problems = await test.inTransaction(tx => findIntakeProblems(tx, summary.runId, 0, 1000));
    // The last column of the sample says what is expected of each row.
    const expected = readFileSync(badRows, 'utf8')
      .trimEnd()
      .split('\r\n')
      .map((line, index) => ({ line: index + 1, reason: line.slice(line.lastIndexOf(',') + 1) }))
      .filter(({ line, reason }) => line > 1 && reason !== '');
    expect(problems.map(({ line, reason }) => ({ line, reason }))).toEqual(expected);
    expect(summary).toMatchObject({ added: 4, unchanged: 1, corrected: 0, refused: expected.length });
  });

  it('changes nothing the second time', async () => {
    const file = write('twice.csv', excerpt(2500).join('\n'));
    expect(await importFile(file)).toMatchObject({ added: 2500, unchanged: 0, refused: 0 });
    const first = await contents();
    expect(await importFile(file)).toMatchObject({ added: 0, unchanged: 2500, corrected: 0, refused: 0 });
    expect(await contents()).toEqual(first);
  });

  it('gives the same register from UTF-8 and from GB18030', async () => {
    const lines = excerpt(300);
    await importFile(write('utf8.csv', `\ufeff${lines.join('\r\n')}`));
    const first = await contents();
    const again = await importFile(write('gb.csv', iconv.encode(lines.join('\n'), 'gb18030')));
    expect(again).toMatchObject({ unchanged: 300, refused: 0 });
    expect(await contents()).toEqual(first);
  });

  it('goes on where it stopped, and counts every line once', async () => {
    const file = write('stopped.csv', excerpt(900).join('\n'));
    const stopped = importFile(file, {
      linesPerBlock: 100,
      onProgress({ lastLine }) {
        if (lastLine >= 301) throw new Error('power cut');
      },
    });
    await expect(stopped).rejects.toThrow('power cut');
    const half = await contents();
    expect(half.donations.length).toBeGreaterThanOrEqual(300);
    expect(half.donations.length).toBeLessThan(900);
    const summary = await importFile(file, { linesPerBlock: 70 });
    expect(summary).toMatchObject({ added: 900, unchanged: 0, refused: 0 });
    // Of the block after the mark, some donors may be in the register already.
    expect(summary.resumedAfterLine).toBeLessThanOrEqual(half.donations.length + 1);
    expect(summary.resumedAfterLine).toBeGreaterThanOrEqual(301);
    expect((await contents()).donations).toHaveLength(900);
  });

  it('still finds a number told twice when the first telling was before the interruption', async () => {
    const lines = excerpt(200);
    const contradiction = (lines[1] ?? '').replace(
      /,(200|300|400),/,
      (_all, ml: string) => `,${ml === '200' ? 400 : 200},`,
    );
    const file = write('contradiction.csv', [...lines, contradiction].join('\n'));
    const stopped = importFile(file, {
      linesPerBlock: 100,
      onProgress() {
        throw new Error('power cut');
      },
    });
    await expect(stopped).rejects.toThrow('power cut');
    expect(await importFile(file, { linesPerBlock: 100 })).toMatchObject({ added: 200, corrected: 0, refused: 1 });
  });

  /** Rows in which every tenth donation belongs to the person of the row seven lines on, and every twentieth is told twice. */
  const rearranged = (lines: readonly string[]): string[] => {
    const [heading = '', ...rows] = lines;
    const cells = rows.map(row => row.split(','));
    const told = cells.map((row, n) => {
      const other = n % 10 === 0 ? cells[n + 7] : undefined;
      // Document, name, sex, birth date and group come from the other; the rest is the donation's own.
      return (other ? [...row.slice(0, 2), ...other.slice(2, 9), ...row.slice(9)] : row).join(',');
    });
    return [heading, ...told, ...told.filter((_row, n) => n % 20 === 0)];
  };

  it('gives the register that one row after the other gives, when donations move to other people', async () => {
    const before = write('before.csv', excerpt(600).join('\n'));
    const changed = rearranged(excerpt(600));
    const after = write('after.csv', changed.join('\n'));
    await importFile(before, { linesPerBlock: 50 });
    expect(await importFile(after, { linesPerBlock: 40 })).toMatchObject({ added: 0, corrected: 60, refused: 0 });
    const inParts = await contents();
    const other = await startTestApp();
    try {
      await other.inTransaction(ensureReferenceData);
      // Announced rows are written one block at a time.
      await importFile(before, { linesPerBlock: 600, announce: true }, other.app);
      await importFile(after, { linesPerBlock: 7, announce: true }, other.app);
      expect(inParts).toEqual(await other.inTransaction(registerContents));
    } finally {
      await other.close();
    }
  });

  // SQLite writes whole blocks.
  const onMariadb = process.env.TEST_DB === 'mariadb' ? it : it.skip;
  onMariadb('goes on inside a block of which some donors are in the register', async () => {
    const file = write('inside.csv', excerpt(300).join('\n'));
    const whole = { linesPerBlock: 100 };
    await importFile(file, whole);
    const expected = await contents();
    for (const aheadParts of [1, 2, 3]) {
      // As a process leaves it that dies between the parts of the second block: what it had not written is found there unchanged.
      const [run] = await test.inTransaction(tx => tx.em.find(IntakeRun, { order: { startedAt: 'DESC', id: 'DESC' } }));
      const cut = { state: 'running', lastLine: 101, aheadLine: 201, aheadParts, unchanged: 0, added: 0 } as const;
      await test.inTransaction(tx => tx.em.update(IntakeRun, { id: run?.id ?? '' }, cut));
      const { added, unchanged } = await importFile(file, { linesPerBlock: 64 });
      expect(added).toBe(0);
      // Lines 102 to 301 are left, without the donors of the parts that were done.
      expect(unchanged).toBeLessThan(200);
      expect(unchanged).toBeGreaterThan(100);
      expect(await contents()).toEqual(expected);
    }
  });

  it('begins again when asked to', async () => {
    const file = write('restart.csv', excerpt(200).join('\n'));
    const stopped = importFile(file, {
      linesPerBlock: 100,
      onProgress() {
        throw new Error('power cut');
      },
    });
    await expect(stopped).rejects.toThrow();
    const summary = await importFile(file, { restart: true });
    expect(summary).toMatchObject({ resumedAfterLine: null });
    expect(summary.added + summary.unchanged).toBe(200);
    const runs = await test.inTransaction(tx => tx.em.find(IntakeRun, { order: { startedAt: 'ASC', id: 'ASC' } }));
    expect(runs.map(({ state }) => state)).toEqual(['abandoned', 'done']);
  });

  it('may run twice at once', async () => {
    const file = write('at-once.csv', excerpt(1500).join('\n'));
    const both = await Promise.all([1, 2].map(() => importFile(file, { linesPerBlock: 150 })));
    const { donations, people } = await contents();
    expect(donations).toHaveLength(1500);
    expect(new Set(donations.map(line => line.slice(0, 13))).size).toBe(1500);
    expect(new Set(people.map(line => line.split(',')[1])).size).toBe(people.length);
    for (const { refused, corrected } of both) expect([refused, corrected]).toEqual([0, 0]);
  });

  it('keeps each donor as the latest donation says when two imports tell of the same donors at once', async () => {
    const [heading = '', ...rows] = excerpt(1200);
    // The two files contradict each other about groups, so that it matters which donation is the latest.
    const other = rows.map(row => row.replace(/,(?:A|B|O|AB),(?=阳性|阴性)/, ',AB,'));
    const files = [rows.filter((_row, n) => n % 2 === 0), other.filter((_row, n) => n % 2 === 1)];
    const names = files.map((part, n) => write(`half-${n}.csv`, [heading, ...part].join('\n')));
    const both = await Promise.all(names.map(file => importFile(file, { linesPerBlock: 40 })));
    expect(both).toMatchObject([
      { added: 600, refused: 0 },
      { added: 600, refused: 0 },
    ]);
    const [donors, donations] = await test.inTransaction(async tx => [
      await tx.em.find(Donor),
      await tx.em.find(Donation),
    ]);
    const latest = new Map<string, Donation>();
    for (const donation of donations) {
      const best = latest.get(donation.personId);
      if (!best || isLater(donation, best)) latest.set(donation.personId, donation);
    }
    expect(donors.length).toBe(latest.size);
    const facts = ({ abo, rhd }: Pick<Donation, 'abo' | 'rhd'> | Donor, station: string | null | undefined) =>
      [abo, rhd, station].join(' ');
    for (const donor of donors) {
      const own = latest.get(donor.personId);
      if (!own) throw new Error('a donor without a donation');
      expect(facts(donor, donor.homeStationId)).toBe(facts(own, own.stationId));
    }
  });

  it('takes only the rows of one station when told so', async () => {
    const summary = await importFile(write('one.csv', excerpt(400).join('\n')), { stationCode: 'ZJ01' });
    expect(summary.added).toBeGreaterThan(0);
    const problems = await test.inTransaction(tx => findIntakeProblems(tx, summary.runId, 0, 1000));
    expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['other_station']));
    expect(summary.added + summary.refused).toBe(400);
  });

  it('takes the station from the option when the file has no column for it', async () => {
    const rows = excerpt(400).filter((line, index) => index === 0 || line.startsWith('ZJ01,'));
    const file = write('column.csv', rows.map(line => line.slice(line.indexOf(',') + 1)).join('\n'));
    expect(await importFile(file, { stationCode: 'ZJ01' })).toMatchObject({ added: rows.length - 1, refused: 0 });
    await expect(importFile(file)).rejects.toThrow('the heading lacks stationCode');
  });

  it.each([
    ['is empty', ''],
    ['has no heading', '测试甲,男\n'],
    ['names a column twice', '姓名,姓名\n'],
  ])('takes nothing from a file that %s', async (_what, content) => {
    await expect(importFile(write('unusable.csv', content))).rejects.toThrow(UnusableInput);
    expect(await test.inTransaction(tx => tx.em.countBy(IntakeRun, { state: 'running' }))).toBe(0);
  });

  it('only looks when it is tried', async () => {
    const surveyed = await surveyIntakeFile(badRows);
    const reasons: string[] = [];
    const counts = await tryImport(
      test.app,
      { lines: readLines(surveyed) },
      { onProblems: async problems => void reasons.push(...problems.map(({ reason }) => reason)) },
    );
    expect(counts).toMatchObject({ added: 4, refused: reasons.length });
    expect(reasons).toContain('name_differs');
    expect(await contents()).toEqual({ people: [], donations: [] });
    expect(await test.inTransaction(tx => tx.em.count(IntakeRun))).toBe(0);
  });

  it('tells the other features only when asked to', async () => {
    let told = 0;
    test.app.events.on(donationsChanged, async (_tx, { personIds }) => {
      told += personIds.length;
    });
    await importFile(write('quiet.csv', excerpt(50).join('\n')));
    expect(told).toBe(0);
    await importFile(write('loud.csv', excerpt(80).join('\n')), { announce: true });
    expect(told).toBe(30);
  });
});
