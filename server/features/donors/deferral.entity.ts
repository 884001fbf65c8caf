import { Entity, Index } from 'typeorm';
import { At, Code, Day, Flag, Id, LongText, Ref } from '@server/platform/db/columns';

/** A time in which the donor may not give (暂缓献血), or for good. Health data. */
@Entity('deferral')
@Index('ix_deferral_person', ['personId', 'untilOn'])
export class Deferral {
  @Id() id!: string;
  @Ref() personId!: string;
  /** Rule of the deferral list, such as T-21. */
  @Code(20) ruleId!: string;
  @LongText() reasonSealed!: string;
  /** First day on which donating is possible again; null while permanent. */
  @Day({ nullable: true }) untilOn!: string | null;
  @Flag() permanent!: boolean;
  @At({ nullable: true }) endedAt!: string | null;
  @At() createdAt!: string;
}
