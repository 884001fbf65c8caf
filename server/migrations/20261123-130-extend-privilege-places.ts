import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, flag, nullable, ref, whole, withDefault } from '@server/platform/db/schema';

export class ExtendPrivilegePlaces1763769730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'privilege_place',
      {
        type: withDefault(code(10), ''),
        operator_name: withDefault(code(100), ''),
        address: withDefault(code(200), ''),
        opening: withDefault(code(240), ''),
        ways: withDefault(code(20), 'desk'),
        state: withDefault(code(10), 'published'),
        version: withDefault(whole(), 1),
        demo: withDefault(flag(), 0),
      },
      { index: { ix_privilege_place_state: ['state', 'city', 'kind'] } },
    );
    // What stood there before was told by its kind alone; of transport most are buses.
    await runner.query(
      `UPDATE privilege_place SET type = CASE kind WHEN 'transit' THEN 'bus' WHEN 'park' THEN 'park' ELSE 'hospital' END`,
    );
    await addColumns(runner, 'gate', { type: withDefault(code(10), ''), place_id: nullable(ref()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'gate', ['type', 'place_id']);
    await dropColumns(
      runner,
      'privilege_place',
      ['type', 'operator_name', 'address', 'opening', 'ways', 'state', 'version', 'demo'],
      ['ix_privilege_place_state'],
    );
  }
}
