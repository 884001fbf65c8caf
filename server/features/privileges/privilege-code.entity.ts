import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Code, Ref, Whole } from '@server/platform/db/columns';

/** `batch` is a live code made in advance. */
export type StoredForm = 'live' | 'batch' | 'device' | 'paper';

/** Whose code a cti is: written at mint, nowhere in the code itself, deleted 30 days later or when a card ends. */
@Entity('privilege_code')
@Index('ix_privilege_code_person', ['personId', 'mintedAt'])
@Index('ix_privilege_code_minted', ['mintedAt'])
@Index('ix_privilege_code_revoked', ['revokedAt'])
export class PrivilegeCode {
  /** Eight bytes in hex. */
  @PrimaryColumn({ type: 'varchar', length: 16 }) cti!: string;
  @Ref() personId!: string;
  @Whole() epoch!: number;
  @At() mintedAt!: string;
  @Code(10, { default: 'live' }) form!: StoredForm;
  /** When it opens nothing any more; empty in rows from before there were other forms. */
  @At({ default: '' }) expiresAt!: string;
  /** Of credentials and cards: these stand in the revocation list until they expire. */
  @At({ nullable: true }) revokedAt!: string | null;
}
