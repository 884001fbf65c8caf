import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, nullable, primary, ref, whole } from '@server/platform/db/schema';

export class CreatePrivileges1763769620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'signing_key',
      {
        id: id(),
        kid: code(4),
        key_use: code(20),
        x: code(43),
        y: code(43),
        private_sealed: longText(),
        sign_from: at(),
        sign_until: at(),
        verify_until: at(),
        created_at: at(),
      },
      { unique: { ux_signing_key_kid: ['kid'] } },
    );
    await createTable(runner, 'privilege_holder', {
      person_id: primary(ref()),
      session_id: ref(),
      epoch: whole(),
      changes: whole(),
      suspended: flag(),
      suspend_reason_sealed: nullable(longText()),
      updated_at: at(),
    });
    await createTable(
      runner,
      'privilege_code',
      {
        cti: primary(code(16)),
        person_id: ref(),
        epoch: whole(),
        minted_at: at(),
      },
      { index: { ix_privilege_code_person: ['person_id', 'minted_at'], ix_privilege_code_minted: ['minted_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['privilege_code', 'privilege_holder', 'signing_key']) await runner.dropTable(table);
  }
}
