import { Entity, Index } from 'typeorm';
import type { RuleForce } from '@rules/edition';
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
  /** First day on which donating is possible again; null: for good when `permanent`, else until a person decides. */
  @Day({ nullable: true }) untilOn!: string | null;
  @Flag() permanent!: boolean;
  /** Day from which it holds; null in records from before it was kept: the day of the record. */
  @Day({ nullable: true }) fromOn!: string | null;
  /** Force of the rule when the deferral was written (mandatory, recommended …), and the edition that said so. */
  @Code(20, { nullable: true }) force!: RuleForce | null;
  @Code(40, { nullable: true }) editionId!: string | null;
  @At({ nullable: true }) endedAt!: string | null;
  @At() createdAt!: string;
}
