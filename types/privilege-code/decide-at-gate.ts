import {
  DEVICE_WINDOW,
  KEY_SET_AMBER_AGE,
  KEY_SET_STOP_AGE,
  LIVE_WINDOW,
  MIN_INTERVAL,
  NTP_MAX_AGE,
} from './life-times';
import type { IntervalGuard, ReplaySet } from './replay-set';
import { type CodeFault, type VerifiedCode, verifyCode, type VerifyContext } from './verify';

/** `starting`: the gate forgot what it let in and waits until nothing of that can still be shown. */
export type GateReason = CodeFault | 'clock' | 'stale' | 'starting' | 'replay' | 'interval' | 'card';

/** `code` is there when its signature was proved, for the gate's log. */
export type GateDecision =
  | { result: 'allow'; code: VerifiedCode }
  | { result: 'amber'; reason: 'stale' | 'interval' | 'card'; code: VerifiedCode }
  | { result: 'refuse'; reason: GateReason; code?: VerifiedCode };

export interface OfflineGate extends VerifyContext {
  /** Seconds since the clock was last set over the network. */
  ntpAge: number;
  /** Seconds since key set and revocation list were last pulled. */
  keySetAge: number;
  /** Seconds since the replay set was started empty; Infinity when it was read back from storage. */
  replaySetAge: number;
  replaySet: ReplaySet;
  intervals: IntervalGuard;
}

/** A replay set keeps its keys this long: the longest life with tolerance, and a minute more. */
export const REPLAY_KEEP = LIVE_WINDOW + 60;

/** Steps 0 to 9 for a gate that decides alone. Amber asks staff to look, so without staff it is a refusal. */
export async function decideAtGate(text: string, gate: OfflineGate): Promise<GateDecision> {
  const unfit = unfitness(gate);
  if (unfit) return { result: 'refuse', reason: unfit };
  const verification = await verifyCode(text, gate);
  if (!verification.valid) return { result: 'refuse', ...verificationRefusal(verification) };
  const { code } = verification;
  if (isStarting(code, gate)) return { result: 'refuse', reason: 'starting', code };
  if (code.form !== 'paper' && !gate.replaySet.add(code.replayKey)) return { result: 'refuse', reason: 'replay', code };
  const doubt = doubtOf(code, gate);
  if (doubt && !gate.staffed) return { result: 'refuse', reason: doubt, code };
  if (code.form !== 'live') gate.intervals.mark(code.cti);
  return doubt ? { result: 'amber', reason: doubt, code } : { result: 'allow', code };
}

function unfitness(gate: OfflineGate): 'clock' | 'stale' | undefined {
  if (!(gate.ntpAge < NTP_MAX_AGE)) return 'clock';
  if (!(gate.keySetAge < KEY_SET_STOP_AGE)) return 'stale';
  return gate.keySetAge >= KEY_SET_AMBER_AGE && !gate.staffed ? 'stale' : undefined;
}

const isStarting = ({ form }: VerifiedCode, { replaySetAge }: OfflineGate): boolean =>
  form !== 'paper' && replaySetAge < (form === 'live' ? LIVE_WINDOW : DEVICE_WINDOW);

/** A card can be copied, so staff always compare it with the holder's document. */
function doubtOf(code: VerifiedCode, gate: OfflineGate): 'interval' | 'card' | 'stale' | undefined {
  if (code.form !== 'live' && gate.intervals.since(code.cti) < MIN_INTERVAL) return 'interval';
  if (code.form === 'paper') return 'card';
  return gate.keySetAge >= KEY_SET_AMBER_AGE ? 'stale' : undefined;
}

const verificationRefusal = ({ reason, code }: { reason: CodeFault; code?: VerifiedCode }) =>
  code ? { reason, code } : { reason };
