import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, primary, ref } from '@server/platform/db/schema';

/** Accounts that were unlinked from a person; and a row for each phone number, locked while somebody binds with it. */
export class CreatePastLinks1763769734000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'past_link',
      {
        id: id(),
        account_id: ref(),
        person_id: ref(),
        host: code(10),
        bound_at: nullable(at()),
        bound_by: nullable(code(20)),
        ended_at: at(),
        /** 'donor' or 'staff'. */
        ended_by: code(10),
      },
      { index: { ix_past_link_account: ['account_id'], ix_past_link_person: ['person_id'] } },
    );
    await createTable(runner, 'phone_guard', { phone_index: primary(code(64)) });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['phone_guard', 'past_link']) await runner.dropTable(table);
  }
}
