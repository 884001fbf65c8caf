import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toChinaDate } from '@rules/calendar';
import { newId } from '@server/platform/ids';
import { at, code, createTable, day, id, ref, whole } from '@server/platform/db/schema';

interface Moved {
  claim: string;
  hospital: string;
  reference: string;
  fen: number | string;
  moment: string;
}

/** Settlements and reversals that were made before the books existed. */
async function enterEarlier(runner: QueryRunner, movement: 'settle' | 'reverse', state: string): Promise<void> {
  const moved = (await runner.query(
    `SELECT c.id AS claim, c.hospital_id AS hospital, c.hospital_reference AS reference, c.waived_fen AS fen,
            MIN(s.at) AS moment
       FROM waiver_claim c JOIN waiver_step s ON s.claim_id = c.id
      WHERE c.via = 'hospital' AND c.hospital_reference IS NOT NULL AND s.state = '${state}'
      GROUP BY c.id, c.hospital_id, c.hospital_reference, c.waived_fen`,
  )) as Moved[];
  for (const { claim, hospital, reference, fen, moment } of moved)
    await runner.query(
      `INSERT INTO settlement_entry (id, hospital_id, claim_id, hospital_reference, movement, amount_fen, on_day, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [newId(), hospital, claim, reference, movement, Number(fen), toChinaDate(moment), moment],
    );
}

export class CreateSettlementBooks1763769706000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'settlement_entry',
      {
        id: id(),
        hospital_id: ref(),
        claim_id: ref(),
        hospital_reference: code(64),
        movement: code(10),
        amount_fen: whole(),
        on_day: day(),
        at: at(),
      },
      {
        unique: { ux_settlement_entry: ['claim_id', 'movement'] },
        index: { ix_settlement_entry_day: ['hospital_id', 'on_day'] },
      },
    );
    await createTable(
      runner,
      'hospital_book',
      {
        id: id(),
        hospital_id: ref(),
        delivery_number: code(64),
        on_day: day(),
        content_hash: code(64),
        row_count: whole(),
        delivered_at: at(),
      },
      {
        unique: { ux_hospital_book: ['hospital_id', 'delivery_number'] },
        index: { ix_hospital_book_day: ['hospital_id', 'on_day'] },
      },
    );
    await createTable(
      runner,
      'hospital_book_row',
      { id: id(), book_id: ref(), hospital_reference: code(64), movement: code(10), amount_fen: whole() },
      { unique: { ux_hospital_book_row: ['book_id', 'hospital_reference', 'movement'] } },
    );
    await enterEarlier(runner, 'settle', 'paid');
    await enterEarlier(runner, 'reverse', 'withdrawn');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hospital_book_row', 'hospital_book', 'settlement_entry']) await runner.dropTable(table);
  }
}
