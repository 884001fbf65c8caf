import type { Output } from '@contract/endpoint';
import type { verifyAtGate } from '@contract/gates';
import type { CodeFault, VerifiedCode } from '@privilege-code/verify';
import type { CalendarDate } from '@rules/calendar';
import { findPrivilegeCodes, holdPrivileges, type KeyRing, type PrivilegeCode } from '@server/features/privileges';
import { findRowsIn, insertRows, padded } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { common, type Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findDoubts } from './find-doubt';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import { maskedNameFor } from './masked-name';
import { scopeInForce } from './scope-in-force';
import { signReceipt } from './sign-receipt';
import { spendCodes } from './spend-code';

type Answer = Output<typeof verifyAtGate>;
type Judgement = Pick<Answer, 'result' | 'reason'>;

export interface Scan {
  gateId: string;
  requestId: string;
  /** With a proved signature. */
  code: VerifiedCode;
  /** What the code itself already fails. */
  fault?: CodeFault;
}

export type Judged = { answer: Answer } | { refusal: Refusal };

/** A scan on its way through the steps below. */
interface Turn extends Scan {
  id: string;
  gate: Gate | undefined;
  earlier: GateScan | undefined;
  owner: PrivilegeCode | undefined;
}

/**
 * Decides scans that came in at the same moment, by one statement for each step instead of one for each scan, and writes them down.
 * The same request of the same gate gets the answer that it got before: `again` looks for it. Without, the unique key of the
 * requests refuses the whole transaction when one of them was there before.
 */
export async function judgeScans(tx: Tx, ring: KeyRing, scans: readonly Scan[], again: boolean): Promise<Judged[]> {
  const turns = await prepare(tx, scans, again);
  const fresh = turns.filter(turn => turn.gate && !turn.earlier);
  const atOnce = new Map(fresh.map(turn => [turn, outright(turn, tx.today)]));
  const open = fresh.filter(turn => !atOnce.get(turn));
  const counting = await holdPrivileges(tx, owners(open));
  const current = new Set(open.filter(({ code }) => counting.has(code.cti)));
  const spending = [...current].filter(({ code }) => code.form !== 'paper');
  const spent = await spendCodes(
    tx,
    spending.map(({ id, code }) => ({ scanId: id, replayKey: code.replayKey })),
  );
  const lost = new Set(spending.filter(({ id }) => !spent.has(id)));
  // The twin of a request may have waited for the donor's row and lost: it is no replay but the same scan.
  const twins = await findEarlier(tx, [...lost]);
  const doubts = await findDoubts(
    tx,
    [...current].flatMap(({ gate, owner, code }) =>
      gate && owner ? { gate, personId: owner.personId, cti: code.cti } : [],
    ),
  );
  const judge = (turn: Turn): Judgement => {
    if (!current.has(turn)) return red('revoked');
    return lost.has(turn) ? red('replay') : lookTwice(turn, doubts.get(turn.code.cti));
  };
  for (const turn of lost) turn.earlier = twins.get(keyOf(turn));
  const rows = await Promise.all(
    fresh
      .filter(turn => !turn.earlier)
      .map(async turn => (turn.earlier = await rowOf(tx, ring, turn, atOnce.get(turn) ?? judge(turn)))),
  );
  await insertRows(tx.em, GateScan, rows);
  return Promise.all(turns.map(turn => judged(tx, turn)));
}

async function prepare(tx: Tx, scans: readonly Scan[], again: boolean): Promise<Turn[]> {
  const gates = await findRowsIn(tx.em, Gate, 'id', [...new Set(scans.map(({ gateId }) => gateId))]);
  const earlier = await findEarlier(tx, again ? scans : []);
  const codes = await findPrivilegeCodes(tx, [...new Set(scans.map(({ code }) => code.cti))]);
  const active = new Map(gates.flatMap(gate => (gate.active ? [[gate.id, gate] as const] : [])));
  const owners = new Map(codes.map(code => [code.cti, code]));
  return scans.map(scan => ({
    ...scan,
    id: newId(),
    gate: active.get(scan.gateId),
    earlier: earlier.get(keyOf(scan)),
    owner: owners.get(scan.code.cti),
  }));
}

/** What needs no row of the donor. */
function outright({ gate, code, fault, owner }: Turn, today: CalendarDate): Judgement | undefined {
  if (fault) return red(fault);
  if (!gate || (code.scope & scopeInForce(gate, today)) === 0 || (code.form === 'paper' && !gate.staffed))
    return red('scope');
  return owner ? undefined : red('unknown');
}

function lookTwice({ gate, code }: Turn, doubt: 'interval' | 'speed' | 'review' | undefined): Judgement {
  // A card can be copied, so staff always compare it with the holder's document.
  if (!doubt) return code.form === 'paper' ? { result: 'amber', reason: 'card' } : { result: 'green', reason: 'ok' };
  // Amber asks staff to look; where nobody stands it would open the gate, so it sends the donor to the counter.
  return gate?.staffed ? { result: 'amber', reason: doubt } : red(doubt);
}

const red = (reason: Answer['reason']): Judgement => ({ result: 'red', reason });
const keyOf = ({ gateId, requestId }: Pick<Scan, 'gateId' | 'requestId'>): string => `${gateId} ${requestId}`;
const owners = (turns: readonly Turn[]): PrivilegeCode[] => turns.flatMap(({ owner }) => owner ?? []);

async function findEarlier(tx: Tx, scans: readonly Scan[]): Promise<Map<string, GateScan>> {
  if (scans.length === 0) return new Map();
  const list = padded(scans);
  const pairs = list.map(() => '(gate_id = ? AND request_id = ?)').join(' OR ');
  const values = list.flatMap(({ gateId, requestId }) => [gateId, requestId]);
  const ids: { id: string }[] = await tx.em.query(`SELECT id FROM gate_scan WHERE ${pairs}`, values);
  const found = await findRowsIn(
    tx.em,
    GateScan,
    'id',
    ids.map(({ id }) => id),
  );
  return new Map(found.map(scan => [keyOf(scan), scan]));
}

async function rowOf(tx: Tx, ring: KeyRing, turn: Turn, judgement: Judgement): Promise<GateScan> {
  const { id, gate, requestId, code, owner } = turn;
  if (!gate) throw new Error('a scan without a gate');
  const { replayKey, scope } = code;
  const personId = owner?.personId ?? null;
  const facts = { ...judgement, personId, requestId, replayKey, scope, gateId: gate.id, at: tx.now };
  const receipt = await signReceipt(ring, gate.code, facts);
  return { id, ...facts, groupCode: gate.groupCode, alone: false, flagged: false, receipt };
}

async function judged(tx: Tx, { gate, earlier, code }: Turn): Promise<Judged> {
  if (!gate || !earlier) return { refusal: common('NOT_ALLOWED', 'not_allowed') };
  if (earlier.replayKey !== code.replayKey) return { refusal: common('IDEMPOTENCY_MISMATCH', 'conflict') };
  const { result, reason, receipt } = earlier;
  return { answer: { result, reason, receipt, maskedName: await maskedNameFor(tx, gate, earlier) } };
}
