import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, flag, withDefault } from '@server/platform/db/schema';

export class ExtendGates1763769683000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'gate', {
      operator_name: withDefault(code(100), ''),
      place: withDefault(code(100), ''),
    });
    await addColumns(
      runner,
      'gate_scan',
      { alone: withDefault(flag(), 0), flagged: withDefault(flag(), 0) },
      { index: { ix_gate_scan_flagged: ['flagged', 'id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'gate_scan', ['alone', 'flagged'], ['ix_gate_scan_flagged']);
    await dropColumns(runner, 'gate', ['operator_name', 'place']);
  }
}
