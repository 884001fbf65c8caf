import { honorEligibility, type HonorEligibility } from '@rules/honor-certificate';
import { findDonationHistory } from '@server/features/donations';
import type { Tx } from '@server/platform/tx';
import { HonorStanding } from './honor-standing.entity';

export interface HonorRight extends HonorEligibility {
  readonly admitted: boolean;
  /** By the counts of the register, or because a reviewer saw the award of another province. */
  readonly mayHold: boolean;
}

export async function findHonorRight(tx: Tx, personId: string): Promise<HonorRight> {
  const standing = await tx.em.findOneBy(HonorStanding, { personId });
  const eligibility = honorEligibility(await findDonationHistory(tx, personId), tx.today);
  const admitted = standing?.admittedAt != null;
  return { ...eligibility, admitted, mayHold: eligibility.eligible || admitted };
}
