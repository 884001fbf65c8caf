import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, ref, whole } from '@server/platform/db/schema';

/** Digits sent to a phone, and digits shown at the counter: one of each an account. */
export class CreateBindCodes1763769721000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'phone_code',
      {
        id: id(),
        account_id: ref(),
        phone_index: code(64),
        code_hash: code(64),
        tries: whole(),
        sent_at: at(),
        expires_at: at(),
      },
      { unique: { ux_phone_code_account: ['account_id'] } },
    );
    await createTable(
      runner,
      'account_code',
      { id: id(), account_id: ref(), code_hash: code(64), expires_at: at() },
      { unique: { ux_account_code_account: ['account_id'], ux_account_code_hash: ['code_hash'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['account_code', 'phone_code']) await runner.dropTable(table);
  }
}
