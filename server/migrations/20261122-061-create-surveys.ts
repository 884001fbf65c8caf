import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, createTable, day, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateSurveys1763769661000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'wellbeing_check',
      {
        id: id(),
        person_id: ref(),
        visit_id: ref(),
        donation_id: ref(),
        closes_on: day(),
        answered_at: nullable(at()),
        answer_sealed: nullable(longText()),
        created_at: at(),
      },
      { unique: { ux_check_donation: ['donation_id'] }, index: { ix_check_person: ['person_id', 'created_at'] } },
    );
    await createTable(
      runner,
      'reaction_report',
      {
        id: id(),
        person_id: ref(),
        donation_id: ref(),
        case_id: ref(),
        content_sealed: longText(),
        created_at: at(),
      },
      { index: { ix_report_person: ['person_id', 'created_at'], ix_report_donation: ['donation_id'] } },
    );
    await createTable(
      runner,
      'survey',
      {
        id: id(),
        visit_id: ref(),
        person_id: ref(),
        site_id: ref(),
        station_id: ref(),
        visit_on: day(),
        closes_at: at(),
        answered_at: nullable(at()),
        score: nullable(whole()),
        answer_sealed: nullable(longText()),
        case_id: nullable(ref()),
        created_at: at(),
      },
      {
        unique: { ux_survey_visit: ['visit_id'] },
        index: { ix_survey_person: ['person_id', 'created_at'], ix_survey_site: ['site_id', 'visit_on'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['survey', 'reaction_report', 'wellbeing_check']) await runner.dropTable(table);
  }
}
