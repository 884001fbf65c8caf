import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateUploads1763769712000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'upload',
      {
        id: id(),
        owner_id: ref(),
        purpose: code(20),
        content_type: code(20),
        state: code(10),
        bytes: nullable(whole()),
        width: nullable(whole()),
        height: nullable(whole()),
        sha256: nullable(code(64)),
        expires_at: at(),
        created_at: at(),
      },
      { index: { ix_upload_owner: ['owner_id', 'state'], ix_upload_created: ['created_at', 'id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('upload');
  }
}
