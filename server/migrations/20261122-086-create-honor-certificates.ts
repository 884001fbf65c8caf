import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, primary, ref, whole } from '@server/platform/db/schema';

export class CreateHonorCertificates1763769686000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'honor_application',
      {
        id: id(),
        person_id: ref(),
        open_key: nullable(code(60)),
        kind: code(10),
        state: code(10),
        city: code(20),
        photo_key: nullable(code(120)),
        photo_type: code(20),
        award_count: code(20),
        edition: code(40),
        reason_sealed: nullable(longText()),
        decided_by: nullable(ref()),
        decided_at: nullable(at()),
        created_at: at(),
        version: whole(),
      },
      {
        unique: { ux_honor_application_open: ['open_key'] },
        index: {
          ix_honor_application_person: ['person_id', 'created_at'],
          ix_honor_application_state: ['state', 'created_at'],
        },
      },
    );
    await createTable(
      runner,
      'honor_certificate',
      {
        id: id(),
        person_id: ref(),
        active_key: nullable(code(60)),
        number: code(20),
        state: code(10),
        city: code(20),
        award_count: code(20),
        edition: code(40),
        photo_key: code(120),
        photo_type: code(20),
        token_hash: code(64),
        token_sealed: longText(),
        files: code(10),
        pdf_key: nullable(code(120)),
        picture_key: nullable(code(120)),
        issued_at: at(),
        issued_by: ref(),
        ended_at: nullable(at()),
        ended_by: nullable(ref()),
        end_reason_sealed: nullable(longText()),
        replaced_by: nullable(ref()),
        version: whole(),
      },
      {
        unique: {
          ux_honor_certificate_active: ['active_key'],
          ux_honor_certificate_number: ['number'],
          ux_honor_certificate_token: ['token_hash'],
        },
        index: { ix_honor_certificate_person: ['person_id', 'issued_at'] },
      },
    );
    await createTable(runner, 'honor_standing', {
      person_id: primary(ref()),
      offered_at: nullable(at()),
      admitted_at: nullable(at()),
      admitted_by: nullable(ref()),
      admit_reason_sealed: nullable(longText()),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['honor_standing', 'honor_certificate', 'honor_application']) await runner.dropTable(table);
  }
}
