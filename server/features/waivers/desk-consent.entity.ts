import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

/** What the patient, or a relative for the patient, agreed to at the desk before anything was looked up. Added, never changed. */
@Entity('waiver_desk_consent')
@Index('ux_waiver_desk_consent_claim', ['claimId'], { unique: true })
export class DeskConsent {
  @Id() id!: string;
  /** The settlement. */
  @Ref() claimId!: string;
  @Code(10) how!: 'signed' | 'kept';
  @Code(10) signer!: 'patient' | 'relative';
  /** Of the text. */
  @Code(20) version!: string;
  /** JSON of who signed and the strokes, or of where the hospital keeps it; sealed with the identity key. */
  @LongText() sealed!: string;
  /** SHA-256 over the text and what is sealed. */
  @Code(64) sha256!: string;
  @At() signedAt!: string;
  /** The clerk, or the hospital whose system told of it. */
  @Ref() recordedBy!: string;
}
