import { createHash } from 'node:crypto';
import { type CalendarDate, isCalendarDate } from '@rules/calendar';
import type { WaiverRelation } from '@rules/waiver';
import { bringUpTo, givingsOf, replayLedger } from '@rules/waiver-ledger';
import { Donor } from '@server/features/donors';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { insertRows } from '@server/platform/db/insert-rows';
import { findRowsIn } from '@server/platform/db/rows';
import { inTransaction, type Tx } from '@server/platform/tx';
import { dueAfter, findGiven, findLegs, rowsOf } from './ledger-rows';
import { noteShortfalls } from './ledger-shortfall';
import { takeTurns, writeDueDays } from './ledger-turns';
import { spendFrom } from './spend-waiver';
import { WaiverPosting } from './waiver-posting.entity';

/** A waiver that was granted before this service, as one line: case number, certificate number, relation, day of use, fee in fen. */
export interface HistoricalCase {
  line: number;
  number: string;
  certificateNumber: string;
  relation: WaiverRelation;
  usedOn: CalendarDate;
  bloodFeeFen: number;
}

export interface Replayed {
  read: number;
  /** Cases that took millilitres, or blood that is free for life. */
  posted: number;
  /** In the ledger already. */
  known: number;
  /** The rules give nothing today for what was granted then, or too little. */
  notCovered: number;
  /** Lines that could not be read, or name no donor. */
  refused: number;
}

const CASES_AT_ONCE = 500;
const TRIES = 5;
const LANES = 4;

const RELATIONS: readonly string[] = [
  'self',
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'spouse_parent',
] satisfies WaiverRelation[];

export function readCase(text: string, line: number): HistoricalCase | undefined {
  const [number = '', certificateNumber = '', relation = '', usedOn = '', fee = ''] = text.trim().split(',');
  const isGood = number !== '' && RELATIONS.includes(relation) && isCalendarDate(usedOn) && /^\d{1,9}$/.test(fee);
  if (!isGood) return undefined;
  return { line, number, certificateNumber, relation: relation as WaiverRelation, usedOn, bloodFeeFen: Number(fee) };
}

/** The same number is the same claim, however often the file is read. */
export function claimIdOf(number: string): string {
  const hex = createHash('sha256').update(`waiver-case:${number}`).digest('hex');
  // Version 8: made by a rule of one's own (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const nothingYet = (): Replayed => ({ read: 0, posted: 0, known: 0, notCovered: 0, refused: 0 });

/** One transaction: the rules decide each case as they would at the desk, the rows of all are written together. */
async function postCases(tx: Tx, cases: readonly HistoricalCase[]): Promise<Replayed> {
  const sums = nothingYet();
  const numbers = [...new Set(cases.map(({ certificateNumber }) => certificateNumber))];
  const donors = new Map(
    (await findRowsIn(tx.em, Donor, 'certificateNumber', numbers)).map(donor => [donor.certificateNumber, donor]),
  );
  const byId = new Map([...donors.values()].map(donor => [donor.personId, donor]));
  const ids = [...byId.keys()];
  const history = await findGiven(tx, ids);
  const givings = new Map([...history].map(([id, donations]) => [id, givingsOf(donations)]));
  const dueOn = new Map([...givings].map(([id, giving]) => [id, dueAfter(giving, tx.today)]));
  const turns = await takeTurns(tx, dueOn);
  // A first turn has nothing behind it.
  const legs = await findLegs(
    tx,
    ids.filter(id => turns.get(id)?.turn !== 1),
  );
  const byDonor = new Map<string, HistoricalCase[]>();
  for (const one of cases) {
    const list = byDonor.get(one.certificateNumber);
    if (list) list.push(one);
    else byDonor.set(one.certificateNumber, [one]);
  }
  const rows: WaiverPosting[] = [];
  const due = new Map<string, string>();
  for (const [certificateNumber, list] of byDonor) if (!donors.has(certificateNumber)) sums.refused += list.length;
  // In the order of the key, as the database keeps the rows.
  for (const donorId of [...turns.keys()].sort()) {
    const donor = byId.get(donorId);
    const turn = turns.get(donorId);
    const giving = givings.get(donorId);
    if (!donor || !turn || !giving) continue;
    const state = replayLedger(legs.get(donorId) ?? []);
    const posted = new Set([...state.uses.values()].map(({ claimId }) => claimId));
    const groups = bringUpTo(state, giving, tx.today);
    for (const { number, relation, usedOn, bloodFeeFen } of byDonor.get(donor.certificateNumber) ?? []) {
      const id = claimIdOf(number);
      if (posted.has(id)) {
        sums.known++;
        continue;
      }
      posted.add(id);
      const claim = { id, relation, usedOn, bloodFeeFen };
      const ledger = { history: history.get(donorId) ?? [], givings: giving, state };
      const spending = spendFrom(ledger, donor.rhd ?? undefined, claim, tx.today);
      groups.push(...spending.groups);
      if (spending.waivedFen > 0) sums.posted++;
      if (spending.waivedFen < bloodFeeFen) sums.notCovered++;
    }
    rows.push(...rowsOf(donorId, turn, groups, state, tx.now));
    if (groups.some(group => group.some(({ account }) => account === 'short')))
      await noteShortfalls(tx, donorId, state);
    const next = dueOn.get(donorId) ?? '';
    if (next !== turn.dueOn) due.set(donorId, next);
  }
  await insertRows(tx.em, WaiverPosting, rows);
  await writeDueDays(tx, due);
  return sums;
}

async function postBatch(app: App, cases: readonly HistoricalCase[]): Promise<Replayed> {
  const origin = { actor: systemActor, requestId: 'waiver.replay' };
  for (let attempt = 1; ; attempt++)
    try {
      return await inTransaction(app, origin, tx => postCases(tx, cases));
    } catch (error) {
      // Another process opened one of these accounts in the same moment.
      if (attempt >= TRIES || !isUniqueViolation(error)) throw error;
    }
}

/** A part of the donors. While the database writes a batch of one lane, the rules decide one of another. */
interface Lane {
  batch: HistoricalCase[];
  writing: Promise<void>;
}

/** Everybody is always in the same lane, so that the cases of one donor keep their order. */
const laneOf = ({ certificateNumber }: HistoricalCase): number => {
  let sum = 0;
  for (let n = 0; n < certificateNumber.length; n++) sum += certificateNumber.charCodeAt(n);
  return sum % LANES;
};

/** Reads the lines as they come and holds two batches of each lane at most, so the memory does not grow with the file. Safe to repeat. */
export async function replayCases(
  app: App,
  lines: AsyncIterable<string>,
  onProgress: (sums: Replayed) => void = () => undefined,
): Promise<Replayed> {
  const sums = nothingYet();
  const lanes = Array.from({ length: LANES }, (): Lane => ({ batch: [], writing: Promise.resolve() }));
  const flush = async (lane: Lane) => {
    await lane.writing;
    const { batch } = lane;
    lane.batch = [];
    lane.writing = postBatch(app, batch).then(done => {
      for (const key of ['posted', 'known', 'notCovered', 'refused'] as const) sums[key] += done[key];
      onProgress(sums);
    });
    // An error is met when the lane is awaited next.
    lane.writing.catch(() => undefined);
  };
  try {
    for await (const text of lines) {
      if (text.trim() === '' || text.startsWith('case_number,')) continue;
      sums.read++;
      const one = readCase(text, sums.read);
      const lane = one && lanes[laneOf(one)];
      if (!lane) sums.refused++;
      else if (lane.batch.push(one) >= CASES_AT_ONCE) await flush(lane);
    }
    for (const lane of lanes) if (lane.batch.length > 0) await flush(lane);
    for (const lane of lanes) await lane.writing;
  } finally {
    // Nothing may still be writing when the caller closes the database.
    await Promise.allSettled(lanes.map(({ writing }) => writing));
  }
  return sums;
}
