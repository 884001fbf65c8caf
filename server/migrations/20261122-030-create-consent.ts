import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, ref } from '@server/platform/db/schema';

export class CreateConsent1763769630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'consent_decision',
      { id: id(), owner_id: ref(), purpose: code(40), version: code(20), granted: flag(), decided_at: at() },
      { index: { ix_consent_owner: ['owner_id', 'purpose', 'decided_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('consent_decision');
  }
}
