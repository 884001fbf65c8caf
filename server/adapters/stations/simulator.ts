import { mod37_2 } from 'cdigit';
import { MACHINE_CLOCK_TOLERANCE_S, verifyMachineRequest } from '@server/platform/machine-signature';
import type { Clock } from '../data-sharing/port';
import { type SimulatorReply, type SimulatorServer, jsonReply, startSimulatorServer } from '../simulator-server';

export interface StationSimulator extends SimulatorServer {
  down: boolean;
  /** DIN → what became of the unit. */
  units: Map<string, 'stored' | 'issued' | 'frozen'>;
  /** Notices that changed something; a repeated one is not counted again. */
  accepted: number;
}

/** A station's system: checks the signature, remembers nonces and notices, freezes units that are still stored. */
export async function simulateStation(options: {
  secret: string;
  clock: Clock;
  /** What becomes of a unit that nobody told the simulator of; unknown to it when missing. */
  otherUnits?: 'stored';
}): Promise<StationSimulator> {
  const nonces = new Map<string, number>();
  const answered = new Map<string, string>();

  const freeze = (din: string): string => {
    const unit = simulator.units.get(din) ?? options.otherUnits;
    if (unit === undefined) return 'unknown_unit';
    if (unit === 'issued') return 'already_issued';
    simulator.units.set(din, 'frozen');
    return 'frozen';
  };

  const running = await startSimulatorServer((request): SimulatorReply => {
    if (simulator.down) return { status: 503, body: '' };
    const now = Math.floor(options.clock() / 1000);
    const path = request.rawQuery === '' ? request.path : `${request.path}?${request.rawQuery}`;
    const verdict = verifyMachineRequest({ ...request, path }, options.secret, now);
    if (!verdict.ok) return jsonReply({ code: verdict.reason }, 401);
    for (const [nonce, seen] of nonces) if (now - seen > 2 * MACHINE_CLOCK_TOLERANCE_S) nonces.delete(nonce);
    if (nonces.has(verdict.nonce)) return jsonReply({ code: 'REPLAYED' }, 401);
    nonces.set(verdict.nonce, now);
    const { noticeId = '', donationNumber = '' } = JSON.parse(request.body) as Record<string, string>;
    const din = donationNumber.slice(0, 13);
    if (donationNumber !== din + mod37_2.compute(din)) return jsonReply({ code: 'CHECK_CHARACTER' }, 400);
    const earlier = answered.get(noticeId);
    if (earlier !== undefined) return jsonReply({ outcome: earlier });
    const outcome = freeze(din);
    answered.set(noticeId, outcome);
    simulator.accepted += 1;
    return jsonReply({ outcome });
  });
  const simulator: StationSimulator = Object.assign(running, {
    down: false,
    units: new Map<string, 'stored' | 'issued' | 'frozen'>(),
    accepted: 0,
  });
  return simulator;
}
