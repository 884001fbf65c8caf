import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, at, code, createTable, dropColumns, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateAssistance1763769665000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'delegation',
      {
        id: id(),
        donor_id: ref(),
        helper_id: ref(),
        grants: code(60),
        open_key: nullable(code(80)),
        started_at: at(),
        ends_at: at(),
        ended_at: nullable(at()),
      },
      {
        unique: { ux_delegation_open: ['open_key'] },
        index: { ix_delegation_donor: ['donor_id'], ix_delegation_helper: ['helper_id'] },
      },
    );
    await createTable(
      runner,
      'delegation_code',
      { id: id(), donor_id: ref(), code_hash: code(64), grants: code(60), tries: whole(), expires_at: at() },
      { unique: { ux_delegation_code_donor: ['donor_id'], ux_delegation_code_hash: ['code_hash'] } },
    );
    await createTable(
      runner,
      'assistance',
      {
        id: id(),
        kind: code(10),
        person_id: ref(),
        helper_id: ref(),
        organization_id: nullable(ref()),
        delegation_id: nullable(ref()),
        agreed: code(30),
        parent_session_id: ref(),
        open_key: nullable(code(80)),
        opened_at: at(),
        expires_at: at(),
        ended_at: nullable(at()),
      },
      { unique: { ux_assistance_open: ['open_key'] }, index: { ix_assistance_person: ['person_id', 'opened_at'] } },
    );
    await addColumns(runner, 'session', { assistance_id: nullable(ref()) });
    await addColumns(
      runner,
      'audit_line',
      { helper_kind: nullable(code(10)), helper_id: nullable(code(64)), assistance_id: nullable(ref()) },
      { index: { ix_audit_assistance: ['assistance_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'audit_line', ['helper_kind', 'helper_id', 'assistance_id'], ['ix_audit_assistance']);
    await dropColumns(runner, 'session', ['assistance_id']);
    for (const table of ['assistance', 'delegation_code', 'delegation']) await runner.dropTable(table);
  }
}
