import type { GateReason } from '@privilege-code/decide-at-gate';

export interface VectorGate {
  id: string;
  /** Bits that it opens for. */
  scope: number;
  staffed: boolean;
  ntpAgeSeconds: number;
  keySetAgeSeconds: number;
  /** Null: what the gate let in before was read back from storage. */
  replaySetAgeSeconds: number | null;
}

export interface Vector {
  id: string;
  title: string;
  text: string;
  now: number;
  gate: VectorGate;
  keySet: string;
  revocations: string;
  /** Earlier scans at the same gate, in order. */
  before: { text: string; now: number }[];
  expect: { result: 'allow' | 'amber' | 'refuse'; reason?: GateReason };
}
