import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, nullable, ref } from '@server/platform/db/schema';

export class CreateOrganizations1763769602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'organization',
      {
        id: id(),
        code: code(40),
        kind: code(20),
        name: code(100),
        city: code(40),
        facility_code: nullable(code(5)),
        active: flag(),
        created_at: at(),
      },
      { unique: { ux_organization_code: ['code'] }, index: { ix_organization_kind_city: ['kind', 'city'] } },
    );
    await createTable(
      runner,
      'machine_credential',
      {
        id: id(),
        machine_id: code(64),
        role: code(20),
        owner_id: ref(),
        secret_sealed: longText(),
        previous_secret_sealed: nullable(longText()),
        previous_until: nullable(at()),
        active: flag(),
        created_at: at(),
      },
      { unique: { ux_machine_id: ['machine_id'] } },
    );
    await createTable(
      runner,
      'machine_nonce',
      { id: id(), machine_id: code(64), nonce: code(64), expires_at: at() },
      { unique: { ux_machine_nonce: ['machine_id', 'nonce'] }, index: { ix_machine_nonce_expires: ['expires_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['machine_nonce', 'machine_credential', 'organization']) await runner.dropTable(table);
  }
}
