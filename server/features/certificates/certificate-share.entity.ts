import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** A link by which a third party checks the certificate; shows only what the holder chose. */
@Entity('certificate_share')
@Index('ux_share_token', ['tokenHash'], { unique: true })
@Index('ix_share_person', ['personId', 'expiresAt'])
export class CertificateShare {
  @Id() id!: string;
  @Ref() personId!: string;
  /** The token itself is only in the link. */
  @Code(64) tokenHash!: string;
  /** Comma-separated field names. */
  @Code(100) shownFields!: string;
  @At() expiresAt!: string;
  @At({ nullable: true }) revokedAt!: string | null;
  @At() createdAt!: string;
}
