import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, whole } from '@server/platform/db/schema';

export class CreatePlatform1763769601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outbox_message',
      {
        id: id(),
        topic: code(60),
        payload: longText(),
        dedupe_key: code(120),
        state: code(10),
        attempts: whole(),
        due_at: at(),
        created_at: at(),
        last_problem: nullable(code(200)),
      },
      { unique: { ux_outbox_dedupe: ['dedupe_key'] }, index: { ix_outbox_due: ['state', 'due_at'] } },
    );
    await createTable(
      runner,
      'audit_line',
      {
        id: id(),
        at: at(),
        action: code(60),
        role: code(20),
        actor_id: nullable(code(64)),
        subject_id: nullable(code(64)),
        outcome: code(60),
        request_id: code(64),
      },
      { index: { ix_audit_at: ['at'], ix_audit_subject: ['subject_id', 'at'] } },
    );
    await createTable(
      runner,
      'idempotent_result',
      { id: id(), request_key: code(64), body_hash: code(64), result: longText(), created_at: at() },
      { unique: { ux_idempotent_key: ['request_key'] }, index: { ix_idempotent_created: ['created_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotent_result', 'audit_line', 'outbox_message']) await runner.dropTable(table);
  }
}
