import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id } from '@server/platform/db/schema';

/** Who has felt unwell at a donation: closes the extension of the age limit. */
export class CreatePastReaction1763769680000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'past_reaction', { person_id: id(), first_on: day() });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('past_reaction');
  }
}
