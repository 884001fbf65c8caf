import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  day,
  dropColumns,
  id,
  longText,
  nullable,
  ref,
} from '@server/platform/db/schema';

/** Deferrals from before have none of these; readers fall back to the day of the record and to the rule. */
const ofDeferral = { from_on: nullable(day()), force: nullable(code(20)), edition_id: nullable(code(40)) };

export class CreateRuleOverrides1763769670000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'rule_override',
      {
        id: id(),
        person_id: ref(),
        rule_id: code(20),
        reason_sealed: longText(),
        from_on: day(),
        until_on: day(),
        staff_id: ref(),
        station_id: ref(),
        ended_at: nullable(at()),
        ended_by: nullable(ref()),
        created_at: at(),
      },
      { index: { ix_rule_override_person: ['person_id', 'until_on'] } },
    );
    await addColumns(runner, 'deferral', ofDeferral);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'deferral', Object.keys(ofDeferral));
    await runner.dropTable('rule_override');
  }
}
