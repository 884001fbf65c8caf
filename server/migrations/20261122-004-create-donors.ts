import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, flag, id, longText, nullable, primary, ref } from '@server/platform/db/schema';

export class CreateDonors1763769604000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'donor',
      {
        person_id: primary(ref()),
        certificate_number: code(20),
        abo: nullable(code(2)),
        rhd: nullable(code(10)),
        home_station_id: nullable(ref()),
        created_at: at(),
      },
      { unique: { ux_donor_certificate: ['certificate_number'] } },
    );
    await createTable(
      runner,
      'deferral',
      {
        id: id(),
        person_id: ref(),
        rule_id: code(20),
        reason_sealed: longText(),
        until_on: nullable(day()),
        permanent: flag(),
        ended_at: nullable(at()),
        created_at: at(),
      },
      { index: { ix_deferral_person: ['person_id', 'until_on'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deferral', 'donor']) await runner.dropTable(table);
  }
}
