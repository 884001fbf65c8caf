import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, flag, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateIdentity1763769603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'person',
      {
        id: id(),
        doc_type: code(20),
        doc_index: code(64),
        doc_number_sealed: longText(),
        name_sealed: longText(),
        sex: code(6),
        birth_date: day(),
        phone_sealed: nullable(longText()),
        created_at: at(),
      },
      { unique: { ux_person_document: ['doc_index'] } },
    );
    await createTable(
      runner,
      'account',
      {
        id: id(),
        host: code(10),
        host_user_index: code(64),
        host_user_sealed: longText(),
        person_id: nullable(ref()),
        bound_at: nullable(at()),
        created_at: at(),
      },
      { unique: { ux_account_host_user: ['host', 'host_user_index'] }, index: { ix_account_person: ['person_id'] } },
    );
    await createTable(
      runner,
      'staff_member',
      {
        id: id(),
        account: code(40),
        password_hash: code(200),
        display_name_sealed: longText(),
        role: code(20),
        organization_id: ref(),
        site_id: nullable(ref()),
        active: flag(),
        created_at: at(),
      },
      { unique: { ux_staff_account: ['account'] } },
    );
    await createTable(
      runner,
      'session',
      {
        id: id(),
        owner_id: ref(),
        role: code(20),
        person_id: nullable(ref()),
        organization_id: nullable(ref()),
        site_id: nullable(ref()),
        refresh_hash: code(64),
        previous_refresh_hash: nullable(code(64)),
        generation: whole(),
        expires_at: at(),
        revoked_at: nullable(at()),
        created_at: at(),
      },
      {
        unique: { ux_session_refresh: ['refresh_hash'] },
        index: { ix_session_owner: ['owner_id'], ix_session_expires: ['expires_at'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'staff_member', 'account', 'person']) await runner.dropTable(table);
  }
}
