import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, nullable } from '@server/platform/db/schema';

/** Keyed hash of the holder's name, by which a reviewer finds a certificate; the name itself stays sealed. */
export class AddHonorNameIndex1763769737000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'honor_certificate',
      { name_index: nullable(code(64)) },
      { index: { ix_honor_certificate_name: ['name_index', 'issued_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'honor_certificate', ['name_index'], ['ix_honor_certificate_name']);
  }
}
