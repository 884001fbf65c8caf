import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, ref } from '@server/platform/db/schema';

export class CreateRegistryChanges1763769731000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'registry_change',
      {
        id: id(),
        subject_id: ref(),
        act: code(10),
        reason: code(400),
        changes: longText(),
        staff_id: nullable(ref()),
        at: at(),
      },
      { index: { ix_registry_change_subject: ['subject_id', 'id'] } },
    );
    await createTable(runner, 'gate_state', {
      gate_id: id(),
      seen_at: at(),
      key_set_version: nullable(code(15)),
      list_version: nullable(code(15)),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('gate_state');
    await runner.dropTable('registry_change');
  }
}
