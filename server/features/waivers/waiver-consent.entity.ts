import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

export type ConsentState = 'asked' | 'agreed' | 'declined' | 'expired';

/** The question to the donor of a claim whether registers may be asked about them, and the answer. One a claim. */
@Entity('waiver_consent')
@Index('ux_waiver_consent_claim', ['claimId'], { unique: true })
@Index('ix_waiver_consent_person', ['personId', 'askedAt'])
export class WaiverConsent {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Ref() personId!: string;
  @Code(20) state!: ConsentState;
  /** Wording that was answered, or that is asked. */
  @Code(20) version!: string;
  @At() askedAt!: string;
  @At() validUntil!: string;
  @At({ nullable: true }) answeredAt!: string | null;
}
