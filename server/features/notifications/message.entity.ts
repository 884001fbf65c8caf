import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

/** A message in a person's inbox; the copy of everything that any channel carries. */
@Entity('message')
@Index('ix_message_person', ['personId', 'createdAt', 'id'])
export class Message {
  @Id() id!: string;
  @Ref() personId!: string;
  @Code(40) kind!: string;
  /** JSON of the values in the sentence, sealed. */
  @LongText() valuesSealed!: string;
  @Code(120, { nullable: true }) page!: string | null;
  @At({ nullable: true }) readAt!: string | null;
  @At() createdAt!: string;
}
