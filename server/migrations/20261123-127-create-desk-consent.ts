import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, ref } from '@server/platform/db/schema';

export class CreateDeskConsent1763769727000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'waiver_desk_consent',
      {
        id: id(),
        claim_id: ref(),
        how: code(10),
        signer: code(10),
        version: code(20),
        sealed: longText(),
        sha256: code(64),
        signed_at: at(),
        recorded_by: ref(),
      },
      { unique: { ux_waiver_desk_consent_claim: ['claim_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waiver_desk_consent');
  }
}
