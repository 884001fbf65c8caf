import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateGrowthPictures1763769736000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'growth_picture',
      {
        id: id(),
        person_id: ref(),
        wish: code(40),
        content_hash: code(64),
        state: code(10),
        picture_key: nullable(code(120)),
        pdf_key: nullable(code(120)),
        created_at: at(),
        used_at: at(),
        version: whole(),
      },
      {
        unique: { ux_growth_picture_wish: ['person_id', 'wish'] },
        index: { ix_growth_picture_used: ['used_at'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('growth_picture');
  }
}
