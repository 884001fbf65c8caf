import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateNotifications1763769616000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'message',
      {
        id: id(),
        person_id: ref(),
        kind: code(40),
        values_sealed: longText(),
        page: nullable(code(120)),
        read_at: nullable(at()),
        created_at: at(),
      },
      { index: { ix_message_person: ['person_id', 'created_at', 'id'] } },
    );
    await createTable(
      runner,
      'message_delivery',
      {
        id: id(),
        message_id: ref(),
        channel: code(10),
        recipient_id: ref(),
        state: code(10),
        attempts: whole(),
        provider_id: nullable(code(64)),
        updated_at: at(),
      },
      { unique: { ux_delivery: ['message_id', 'channel', 'recipient_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message_delivery', 'message']) await runner.dropTable(table);
  }
}
