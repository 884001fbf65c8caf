import { Entity, Index } from 'typeorm';
import type { Suite } from '@privilege-code/algorithms';
import type { KeyUse } from '@privilege-code/key-set';
import { At, Code, Id, LongText } from '@server/platform/db/columns';

/** A key pair. Rows are never deleted: a kid is never used twice, and the key set's version counts them and their withdrawals. */
@Entity('signing_key')
@Index('ux_signing_key_kid', ['kid'], { unique: true })
export class SigningKey {
  @Id() id!: string;
  /** Two bytes in hex, as they stand in the header of a code. */
  @Code(4) kid!: string;
  @Code(20) keyUse!: KeyUse | 'root';
  @Code(10, { default: 'ES256' }) alg!: Suite;
  /** Coordinates of the public point, base64url. */
  @Code(43) x!: string;
  @Code(43) y!: string;
  /** JWK of the private key; of SM2 the scalar in hex. */
  @LongText() privateSealed!: string;
  @At() signFrom!: string;
  @At() signUntil!: string;
  @At() verifyUntil!: string;
  @At() createdAt!: string;
  /** Taken out of the key set in an emergency. */
  @At({ nullable: true }) withdrawnAt!: string | null;
}
