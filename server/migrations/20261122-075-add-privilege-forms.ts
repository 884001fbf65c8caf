import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, at, code, dropColumns, nullable, withDefault } from '@server/platform/db/schema';

export class AddPrivilegeForms1763769675000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'privilege_code',
      {
        form: withDefault(code(10), 'live'),
        expires_at: withDefault(at(), ''),
        revoked_at: nullable(at()),
      },
      { index: { ix_privilege_code_revoked: ['revoked_at'] } },
    );
    await addColumns(runner, 'signing_key', {
      alg: withDefault(code(10), 'ES256'),
      withdrawn_at: nullable(at()),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'signing_key', ['alg', 'withdrawn_at']);
    await dropColumns(runner, 'privilege_code', ['form', 'expires_at', 'revoked_at'], ['ix_privilege_code_revoked']);
  }
}
