import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, primary, ref, whole } from '@server/platform/db/schema';

export class CreatePayoutChecks1763769711000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'bill_watch',
      { claim_id: primary(ref()), next_on: day(), last_on: day() },
      { index: { ix_bill_watch_next: ['next_on', 'claim_id'] } },
    );
    await createTable(
      runner,
      'hospital_payment',
      {
        id: id(),
        hospital_id: ref(),
        on_day: day(),
        amount_fen: whole(),
        payment_reference: code(64),
        recorded_by: ref(),
        at: at(),
      },
      {
        unique: { ux_hospital_payment: ['hospital_id', 'payment_reference'] },
        index: { ix_hospital_payment_day: ['hospital_id', 'on_day'] },
      },
    );
    await createTable(
      runner,
      'book_difference',
      {
        id: id(),
        hospital_id: ref(),
        on_day: day(),
        hospital_reference: code(64),
        movement: code(10),
        kind: code(24),
        ours_fen: nullable(whole()),
        theirs_fen: nullable(whole()),
        paid_fen: nullable(whole()),
        state: code(10),
        case_id: ref(),
        found_at: at(),
        closed_at: nullable(at()),
      },
      {
        unique: { ux_book_difference: ['hospital_id', 'on_day', 'hospital_reference', 'movement'] },
        index: { ix_book_difference_state: ['state', 'found_at', 'id'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['book_difference', 'hospital_payment', 'bill_watch']) await runner.dropTable(table);
  }
}
