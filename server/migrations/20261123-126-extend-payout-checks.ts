import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  dropColumns,
  id,
  longText,
  ref,
  withDefault,
} from '@server/platform/db/schema';

const ofClaimBack = { cause: withDefault(code(64), '') };

/** Money that is owed back for a part of a bill, and notes of people on differences between books. */
export class ExtendPayoutChecks1763769726000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('claim_back', 'ux_claim_back_claim');
    await addColumns(runner, 'claim_back', ofClaimBack, { unique: { ux_claim_back_claim: ['claim_id', 'cause'] } });
    await createTable(
      runner,
      'book_note',
      { id: id(), difference_id: ref(), sealed: longText(), written_by: ref(), at: at() },
      { index: { ix_book_note_difference: ['difference_id', 'at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('book_note');
    await dropColumns(runner, 'claim_back', Object.keys(ofClaimBack), ['ux_claim_back_claim']);
    await runner.createIndex(
      'claim_back',
      new TableIndex({ name: 'ux_claim_back_claim', columnNames: ['claim_id'], isUnique: true }),
    );
  }
}
