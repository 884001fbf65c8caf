import { Entity, Index } from 'typeorm';
import type { Role } from '@contract/endpoint';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** A signed-in device. The refresh token rotates; one that comes twice ends the session. */
@Entity('session')
@Index('ux_session_refresh', ['refreshHash'], { unique: true })
@Index('ix_session_owner', ['ownerId'])
@Index('ix_session_expires', ['expiresAt'])
export class Session {
  @Id() id!: string;
  /** Account or staff member. */
  @Ref() ownerId!: string;
  @Code(20) role!: Role;
  @Ref({ nullable: true }) personId!: string | null;
  @Ref({ nullable: true }) organizationId!: string | null;
  @Ref({ nullable: true }) siteId!: string | null;
  /** Hash of the refresh token that works now. */
  @Code(64) refreshHash!: string;
  /** Hash of the one before: its return means that a token was copied. */
  @Code(64, { nullable: true }) previousRefreshHash!: string | null;
  @Whole() generation!: number;
  @At() expiresAt!: string;
  @At({ nullable: true }) revokedAt!: string | null;
  /** Of a session in somebody else's name: who acts, and with what right. */
  @Ref({ nullable: true }) assistanceId!: string | null;
  @At() createdAt!: string;
}
