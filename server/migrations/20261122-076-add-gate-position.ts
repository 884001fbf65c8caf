import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, nullable, whole } from '@server/platform/db/schema';

export class AddGatePosition1763769676000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'gate', { latitude_e6: nullable(whole()), longitude_e6: nullable(whole()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'gate', ['latitude_e6', 'longitude_e6']);
  }
}
