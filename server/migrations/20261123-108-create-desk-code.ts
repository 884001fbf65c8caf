import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, ref } from '@server/platform/db/schema';

export class CreateDeskCode1763769708000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'desk_code',
      { id: id(), person_id: ref(), code_hash: code(64), expires_at: at() },
      { unique: { ux_desk_code_person: ['person_id'], ux_desk_code_hash: ['code_hash'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('desk_code');
  }
}
