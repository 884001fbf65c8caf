import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  day,
  dropColumns,
  id,
  ref,
  whole,
  withDefault,
} from '@server/platform/db/schema';

const ofClaim = { given_back_fen: withDefault(whole(), 0) };
const ofBalance = {
  billed_fen: withDefault(whole(), 0),
  read_fen: withDefault(whole(), 0),
  refunded_fen: withDefault(whole(), 0),
};

/** Refunds of a part of a bill, each under its own number, and what they take back of a waiver. */
export class AddBillRefunds1763769725000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'waiver_claim', ofClaim);
    await addColumns(runner, 'waiver_bill_balance', ofBalance);
    await runner.query('UPDATE waiver_bill_balance SET billed_fen = blood_fee_fen, read_fen = blood_fee_fen');
    await createTable(
      runner,
      'bill_refund',
      {
        id: id(),
        bill_key: code(60),
        hospital_id: ref(),
        refund_number: code(64),
        blood_fen: whole(),
        total_fen: whole(),
        refunded_on: day(),
        given_back_fen: whole(),
        told_by: ref(),
        at: at(),
      },
      { unique: { ux_bill_refund: ['hospital_id', 'refund_number'] }, index: { ix_bill_refund_bill: ['bill_key'] } },
    );
    // A settlement may be taken back in parts: each part stands in the books under a number of its own.
    await runner.dropIndex('settlement_entry', 'ux_settlement_entry');
    await runner.createIndex(
      'settlement_entry',
      new TableIndex({
        name: 'ux_settlement_entry',
        columnNames: ['claim_id', 'movement', 'hospital_reference'],
        isUnique: true,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('settlement_entry', 'ux_settlement_entry');
    await runner.createIndex(
      'settlement_entry',
      new TableIndex({ name: 'ux_settlement_entry', columnNames: ['claim_id', 'movement'], isUnique: true }),
    );
    await runner.dropTable('bill_refund');
    await dropColumns(runner, 'waiver_bill_balance', Object.keys(ofBalance), []);
    await dropColumns(runner, 'waiver_claim', Object.keys(ofClaim), []);
  }
}
