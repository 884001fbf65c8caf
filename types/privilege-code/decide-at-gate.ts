import { KEY_SET_AMBER_AGE, KEY_SET_STOP_AGE, NTP_MAX_AGE } from './life-times';
import type { ReplaySet } from './replay-set';
import { type CodeFault, type VerifiedCode, verifyCode, type VerifyContext } from './verify';

export type GateReason = CodeFault | 'clock' | 'stale' | 'replay';

export type GateDecision =
  | { result: 'allow'; code: VerifiedCode }
  | { result: 'amber'; reason: 'stale'; code: VerifiedCode }
  | { result: 'refuse'; reason: GateReason };

export interface OfflineGate extends VerifyContext {
  staffed: boolean;
  /** Seconds since the clock was last set over the network. */
  ntpAge: number;
  /** Seconds since key set and revocation list were last pulled. */
  keySetAge: number;
  replaySet: ReplaySet;
}

/** Steps 0 to 9 for a gate that decides alone. Amber asks staff to look, so without staff it is a refusal. */
export async function decideAtGate(text: string, gate: OfflineGate): Promise<GateDecision> {
  if (gate.ntpAge >= NTP_MAX_AGE) return { result: 'refuse', reason: 'clock' };
  const stale = gate.keySetAge >= KEY_SET_AMBER_AGE;
  if (gate.keySetAge >= KEY_SET_STOP_AGE || (stale && !gate.staffed)) return { result: 'refuse', reason: 'stale' };
  const verification = await verifyCode(text, gate);
  if (!verification.valid) return { result: 'refuse', reason: verification.reason };
  const { code } = verification;
  if (!gate.replaySet.add(code.replayKey)) return { result: 'refuse', reason: 'replay' };
  return stale ? { result: 'amber', reason: 'stale', code } : { result: 'allow', code };
}
