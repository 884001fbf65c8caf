import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, nullable, primary, ref, whole } from '@server/platform/db/schema';

export class CreateGates1763769621000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'gate',
      {
        id: id(),
        code: code(64),
        name: code(100),
        city: code(40),
        kind: code(20),
        scope: whole(),
        group_code: code(64),
        staffed: flag(),
        active: flag(),
        created_at: at(),
      },
      { unique: { ux_gate_code: ['code'] } },
    );
    await createTable(
      runner,
      'spent_code',
      { replay_key: primary(code(32)), spent_at: at() },
      { index: { ix_spent_code_at: ['spent_at'] } },
    );
    await createTable(
      runner,
      'gate_scan',
      {
        id: id(),
        gate_id: ref(),
        request_id: code(64),
        group_code: code(64),
        replay_key: code(32),
        scope: whole(),
        person_id: nullable(ref()),
        result: code(10),
        reason: code(20),
        receipt: longText(),
        at: at(),
      },
      {
        unique: { ux_gate_scan_request: ['gate_id', 'request_id'] },
        index: {
          ix_gate_scan_person: ['person_id', 'id'],
          ix_gate_scan_group: ['person_id', 'group_code', 'at'],
          ix_gate_scan_at: ['at'],
        },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['gate_scan', 'spent_code', 'gate']) await runner.dropTable(table);
  }
}
