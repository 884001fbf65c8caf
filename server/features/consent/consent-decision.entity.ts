import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id, Ref } from '@server/platform/db/columns';

/** One decision, kept for good as evidence: the newest of a purpose counts. */
@Entity('consent_decision')
@Index('ix_consent_owner', ['ownerId', 'purpose', 'decidedAt'])
export class ConsentDecision {
  @Id() id!: string;
  /** Person, or the account while the real name is not proved. */
  @Ref() ownerId!: string;
  @Code(40) purpose!: string;
  /** Version of the text that was on the screen. */
  @Code(20) version!: string;
  @Flag() granted!: boolean;
  @At() decidedAt!: string;
}
