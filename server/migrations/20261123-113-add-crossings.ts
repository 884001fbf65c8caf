import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  dropColumns,
  id,
  longText,
  nullable,
  primary,
  ref,
  whole,
} from '@server/platform/db/schema';

const elsewhereId = '01930000-0000-7000-8000-000000000113';

export class AddCrossings1763769713000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'waiver_claim', { crossing: nullable(code(10)) });
    await createTable(runner, 'waiver_crossing', {
      claim_id: primary(ref()),
      donated_in: code(5),
      treated_in: code(5),
      hospital_sealed: nullable(longText()),
    });
    await createTable(
      runner,
      'waiver_claim_file',
      {
        id: id(),
        claim_id: ref(),
        kind: code(24),
        file_key: code(120),
        content_type: code(20),
        bytes: whole(),
        sha256: code(64),
        at: at(),
      },
      { unique: { ux_waiver_claim_file: ['file_key'] }, index: { ix_waiver_claim_file: ['claim_id', 'id'] } },
    );
    // Every claim has a hospital; one of another province is named with its claim.
    await runner.query(
      `INSERT INTO organization (id, code, kind, name, city, facility_code, active, created_at)
       VALUES ('${elsewhereId}', 'OUT-OF-PROVINCE', 'hospital', '外省医院', '外省', NULL, 0, '2026-11-23T00:00:00.000Z')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM organization WHERE code = 'OUT-OF-PROVINCE'`);
    for (const table of ['waiver_claim_file', 'waiver_crossing']) await runner.dropTable(table);
    await dropColumns(runner, 'waiver_claim', ['crossing']);
  }
}
