import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateDonations1763769606000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'donation',
      {
        id: id(),
        donation_number: code(13),
        person_id: ref(),
        station_id: ref(),
        site_id: ref(),
        type: code(20),
        volume_ml: nullable(whole()),
        units_tenths: nullable(whole()),
        donated_at: at(),
        donated_on: day(),
        abo: code(2),
        rhd: code(10),
        source: code(10),
        row_hash: code(64),
        version: whole(),
        created_at: at(),
        updated_at: at(),
      },
      {
        unique: { ux_donation_number: ['donation_number'] },
        index: { ix_donation_person: ['person_id', 'donated_on'], ix_donation_station: ['station_id', 'donated_on'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('donation');
  }
}
