import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, createTable, id, ref } from '@server/platform/db/schema';

/** Where donors like to give. */
export class CreatePreferredSites1763769738000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'preferred_site',
      { id: id(), person_id: ref(), site_id: ref(), chosen_at: at() },
      { unique: { ux_preferred_site: ['person_id', 'site_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('preferred_site');
  }
}
