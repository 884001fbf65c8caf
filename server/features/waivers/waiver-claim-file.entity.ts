import { Entity, Index } from 'typeorm';
import type { UploadType } from '@rules/upload-limits';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

export type ClaimFileKind = 'donation_certificate' | 'discharge_bill' | 'kinship' | 'other';

/** Evidence that the claimant uploaded. The file lies sealed in the object store; one file belongs to one claim. */
@Entity('waiver_claim_file')
@Index('ux_waiver_claim_file', ['fileKey'], { unique: true })
@Index('ix_waiver_claim_file', ['claimId', 'id'])
export class WaiverClaimFile {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Code(24) kind!: ClaimFileKind;
  @Code(120) fileKey!: string;
  @Code(20) contentType!: UploadType;
  @Whole() bytes!: number;
  /** SHA-256 of the bytes before they were sealed. */
  @Code(64) sha256!: string;
  @At() at!: string;
}
