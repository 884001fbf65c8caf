import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText } from '../db/columns';

/** One committed transaction of one request with an Idempotency-Key, with what it answered. */
@Entity('idempotent_result')
@Index('ux_idempotent_key', ['requestKey'], { unique: true })
@Index('ix_idempotent_created', ['createdAt'])
export class IdempotentResult {
  @Id() id!: string;
  /** Hash of actor, operation, the caller's key and the ordinal of the transaction. */
  @Code(64) requestKey!: string;
  @Code(64) bodyHash!: string;
  /** Sealed JSON: answers may hold personal data. */
  @LongText() result!: string;
  @At() createdAt!: string;
}
