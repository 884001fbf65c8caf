import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, ref } from '@server/platform/db/schema';

export class CreateCertificates1763769610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'certificate_share',
      {
        id: id(),
        person_id: ref(),
        token_hash: code(64),
        shown_fields: code(100),
        expires_at: at(),
        revoked_at: nullable(at()),
        created_at: at(),
      },
      { unique: { ux_share_token: ['token_hash'] }, index: { ix_share_person: ['person_id', 'expires_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('certificate_share');
  }
}
