import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, LongText, Ref } from '@server/platform/db/columns';

/** A recommended rule that a station doctor set aside for one donor (体检医师决定). The reason is health data. */
@Entity('rule_override')
@Index('ix_rule_override_person', ['personId', 'untilOn'])
export class RuleOverride {
  @Id() id!: string;
  @Ref() personId!: string;
  @Code(20) ruleId!: string;
  @LongText() reasonSealed!: string;
  @Day() fromOn!: string;
  /** First day on which the rule counts again. */
  @Day() untilOn!: string;
  @Ref() staffId!: string;
  @Ref() stationId!: string;
  @At({ nullable: true }) endedAt!: string | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  @At() createdAt!: string;
}
