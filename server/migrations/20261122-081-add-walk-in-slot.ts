import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, nullable, ref } from '@server/platform/db/schema';

/** The walk-in place that a visit has taken, so that it can be given back. */
export class AddWalkInSlot1763769681000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'visit', { walk_in_slot_id: nullable(ref()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'visit', ['walk_in_slot_id']);
  }
}
