import { Entity, Index } from 'typeorm';
import type { KeyUse } from '@privilege-code/key-set';
import { At, Code, Id, LongText } from '@server/platform/db/columns';

/** A P-256 key pair. Rows are never deleted: a kid is never used twice, and the key set's version is their number. */
@Entity('signing_key')
@Index('ux_signing_key_kid', ['kid'], { unique: true })
export class SigningKey {
  @Id() id!: string;
  /** Two bytes in hex, as they stand in the header of a code. */
  @Code(4) kid!: string;
  @Code(20) keyUse!: KeyUse | 'root';
  /** Coordinates of the public point, base64url. */
  @Code(43) x!: string;
  @Code(43) y!: string;
  /** JWK of the private key. */
  @LongText() privateSealed!: string;
  @At() signFrom!: string;
  @At() signUntil!: string;
  @At() verifyUntil!: string;
  @At() createdAt!: string;
}
