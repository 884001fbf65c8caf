import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/din';
import { Donor } from '@server/features/donors';
import { importDonations, readLines, surveyIntakeFile } from '@server/features/donations';
import { newId } from '@server/platform/ids';
import { drainOutbox } from '@server/platform/outbox/drain';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { ensureReferenceData } from '@server/seeds/reference-data';
import { testDocNumber } from '@server/testing/builders/people';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { findNewlyEligible } from './find-newly-eligible';
import { HonorStanding } from './honor-standing.entity';

const heading =
  '机构代码,献血码,证件类型,证件号码,姓名,性别,出生日期,ABO血型,RhD血型,献血类型,献血量(ml),治疗单位,献血时间,献血点代码';
let serial = 0;

/** Rows of one donor: so many donations half a year apart, of 400 ml or of one unit of platelets. */
function rowsOf(doc: string, count: number, type: '全血' | '血小板' = '全血', from = '2012-01-04'): string[] {
  return Array.from({ length: count }, (_, n) => {
    const on = addDays(from, n * 190);
    const din = `Z9901${on.slice(2, 4)}${String(++serial).padStart(6, '0')}`;
    const amount = type === '全血' ? '400,' : ',1';
    const who = `居民身份证,${doc},测试甲,男,1985-02-27,A,阳性`;
    return `ZJ01,${din}${dinCheckCharacter(din)},${who},${type},${amount},${on} 11:23,ZJ01-02`;
  });
}

describe('after a bulk import', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'offer-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp();
    await test.inTransaction(ensureReferenceData);
  });
  afterEach(() => test.close());

  const docs = Array.from({ length: 5 }, () => testDocNumber('male', '1985-02-27'));
  const doc = (n: number) => docs[n] ?? '';
  async function bring(rows: readonly string[], announce = false): Promise<void> {
    const name = path.join(folder, `${++serial}.csv`);
    writeFileSync(name, [heading, ...rows].join('\n'));
    const file = await surveyIntakeFile(name);
    const { label, contentHash } = file;
    const { refused } = await importDonations(
      test.app,
      { source: 'file', label, contentHash, lines: readLines(file) },
      { announce },
    );
    expect(refused).toBe(0);
  }
  /** Everything that follows, with the pauses between. */
  async function follow(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      await test.drain();
      test.clock.advance(61);
    }
  }
  const told = async (): Promise<string[]> => {
    const rows: { person_id: string }[] = await test.inTransaction(tx =>
      tx.em.query(`SELECT person_id FROM message WHERE kind = 'honor.offered'`),
    );
    return rows.map(({ person_id }) => person_id);
  };

  it('whoever reached 20 counts hears of the certificate once, nobody below them does', async () => {
    await bring([
      ...rowsOf(doc(0), 10),
      ...rowsOf(doc(1), 9),
      // Four counts a unit before 2010, one after it.
      ...rowsOf(doc(2), 5, '血小板', '2006-01-04'),
      ...rowsOf(doc(3), 5, '血小板', '2012-01-04'),
    ]);
    expect(await told()).toEqual([]);
    await follow();
    expect(await told()).toHaveLength(2);
    await bring(rowsOf(doc(1), 1, '全血', '2020-01-08'));
    await follow();
    const people = await told();
    expect(people).toHaveLength(3);
    expect(new Set(people).size).toBe(3);
  });

  it('two workers that do the same stage at the same moment, and one that repeats it, tell each person once', async () => {
    await bring([...rowsOf(doc(0), 10), ...rowsOf(doc(1), 10)]);
    const [stage] = await test.inTransaction(tx => tx.em.findBy(OutboxMessage, { topic: 'honor.sweep' }));
    const handler = test.app.jobs.handlerOf('honor.sweep');
    if (!stage || !handler) throw new Error('no sweep');
    const payload = JSON.parse(stage.payload) as never;
    await Promise.all([handler(test.app, payload), handler(test.app, payload), drainOutbox(test.app)]);
    await follow();
    const people = await told();
    expect(people).toHaveLength(2);
    expect(new Set(people).size).toBe(2);
  });

  it('the register is gone through to its end, a stretch at a time', async () => {
    const many = Array.from({ length: 1001 }, () => newId());
    const donor = { abo: null, rhd: null, homeStationId: null, createdAt: test.clock.now() };
    await test.inTransaction(tx =>
      tx.em.insert(
        Donor,
        many.map((personId, n) => ({ ...donor, personId, certificateNumber: `filler-${n}` })),
      ),
    );
    await bring(rowsOf(doc(0), 10));
    await follow();
    expect(await told()).toHaveLength(1);
    const stages = await test.inTransaction(tx => tx.em.findBy(OutboxMessage, { topic: 'honor.sweep' }));
    expect(stages.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('the sieve goes on after the last person of a stage and leaves out whoever was told', async () => {
    await bring([...rowsOf(doc(0), 10), ...rowsOf(doc(1), 10), ...rowsOf(doc(2), 10)]);
    const find = (after: string, limit: number) =>
      test.inTransaction(tx => findNewlyEligible(tx, { after, last: null, limit }));
    const all = await find('', 10);
    expect(all).toEqual([...all].sort());
    const [first = '', second = ''] = all;
    expect(await find('', 1)).toEqual([first]);
    expect(await find(first, 1)).toEqual([second]);
    const standing = { admittedAt: null, admittedBy: null, admitReasonSealed: null, offeredAt: test.clock.now() };
    await test.inTransaction(tx => tx.em.insert(HonorStanding, { ...standing, personId: first }));
    expect(await find('', 1)).toEqual([second]);
  });

  it('a small import, which tells everybody at once, starts no sweep', async () => {
    await bring(rowsOf(doc(0), 10), true);
    expect(await told()).toHaveLength(1);
    expect(await test.inTransaction(tx => tx.em.countBy(OutboxMessage, { topic: 'honor.sweep' }))).toBe(0);
  });
});
