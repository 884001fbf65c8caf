import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** A topic of messages that a person does not want. No row: wanted. */
@Entity('stopped_topic')
@Index('ux_stopped_topic', ['personId', 'topic'], { unique: true })
export class StoppedTopic {
  @Id() id!: string;
  @Ref() personId!: string;
  @Code(20) topic!: string;
  @At() stoppedAt!: string;
}
