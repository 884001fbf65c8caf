import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Whole } from '../db/columns';

/** Work to be done after the transaction that wrote the row has committed. The payload holds ids, no personal data. */
@Entity('outbox_message')
@Index('ux_outbox_dedupe', ['dedupeKey'], { unique: true })
@Index('ix_outbox_due', ['state', 'dueAt'])
export class OutboxMessage {
  @Id() id!: string;
  @Code(60) topic!: string;
  @LongText() payload!: string;
  /** The same key is the same work: a second row with it is not written. */
  @Code(120) dedupeKey!: string;
  @Code(10) state!: 'pending' | 'taken' | 'done' | 'failed';
  @Whole() attempts!: number;
  /** Pending: earliest try. Taken: the time at which another worker may take it over. */
  @At() dueAt!: string;
  @At() createdAt!: string;
  @Code(200, { nullable: true }) lastProblem!: string | null;
}
