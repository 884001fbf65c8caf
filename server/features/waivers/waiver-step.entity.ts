import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';
import type { ClaimState } from './waiver-claim.entity';

/** A line of the claim's timeline, as the patient reads it. */
@Entity('waiver_step')
@Index('ix_waiver_step_claim', ['claimId', 'at', 'id'])
export class WaiverStep {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Code(20) state!: ClaimState;
  @Code(500) text!: string;
  /** Who caused it: person, staff, machine or the service itself. */
  @Code(64) actorId!: string;
  @At() at!: string;
}
