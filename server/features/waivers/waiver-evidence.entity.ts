import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

export type EvidenceKind =
  'donations' | 'identity' | 'consent' | 'guardian' | 'kinship' | 'commitment' | 'invoice' | 'entitlement' | 'upload';
export type EvidenceResult = 'proved' | 'not_found' | 'conflict' | 'unavailable' | 'not_needed';

/** What one source said, when, and the hash of its answer. The answer itself is not kept. Rows are added, never changed. */
@Entity('waiver_evidence')
@Index('ix_waiver_evidence_claim', ['claimId', 'at', 'id'])
export class WaiverEvidence {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Code(20) kind!: EvidenceKind;
  @Code(40) source!: string;
  @Code(20) result!: EvidenceResult;
  @Code(300) text!: string;
  /** SHA-256 of the answer's bytes; null when there was none. */
  @Code(64, { nullable: true }) sha256!: string | null;
  @At() at!: string;
}
