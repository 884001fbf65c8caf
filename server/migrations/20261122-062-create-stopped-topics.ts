import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, ref } from '@server/platform/db/schema';

export class CreateStoppedTopics1763769662000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'stopped_topic',
      { id: id(), person_id: ref(), topic: code(20), stopped_at: at() },
      { unique: { ux_stopped_topic: ['person_id', 'topic'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('stopped_topic');
  }
}
