import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreatePayouts1763769710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payout_account',
      {
        id: id(),
        claim_id: ref(),
        payee_id: ref(),
        sealed: longText(),
        state: code(20),
        problem: nullable(code(200)),
        given_at: at(),
        version: whole(),
      },
      {
        unique: { ux_payout_account_claim: ['claim_id'] },
        index: { ix_payout_account_state: ['state', 'given_at', 'id'] },
      },
    );
    await createTable(
      runner,
      'payout_batch',
      {
        id: id(),
        number: code(30),
        state: code(20),
        count: whole(),
        total_fen: whole(),
        file_sha256: code(64),
        needs_second: flag(),
        made_by: ref(),
        made_at: at(),
        approved_by: nullable(ref()),
        approved_at: nullable(at()),
        downloaded_at: nullable(at()),
        settled_at: nullable(at()),
      },
      { unique: { ux_payout_batch_number: ['number'] }, index: { ix_payout_batch_made: ['made_at'] } },
    );
    await createTable(
      runner,
      'payout_line',
      {
        id: id(),
        batch_id: ref(),
        ordinal: whole(),
        claim_id: ref(),
        live_claim_id: nullable(ref()),
        claim_number: code(20),
        account_sealed: longText(),
        amount_fen: whole(),
        netted_fen: whole(),
        state: code(20),
        reason: nullable(code(200)),
        bank_reference: nullable(code(64)),
        settled_at: nullable(at()),
      },
      {
        unique: { ux_payout_line_live: ['live_claim_id'], ux_payout_line_ordinal: ['batch_id', 'ordinal'] },
        index: { ix_payout_line_claim: ['claim_id'] },
      },
    );
    await createTable(
      runner,
      'payout_import',
      {
        id: id(),
        batch_id: ref(),
        sha256: code(64),
        paid: whole(),
        failed: whole(),
        repeated: whole(),
        problems: longText(),
        imported_by: ref(),
        at: at(),
      },
      { index: { ix_payout_import_batch: ['batch_id', 'at'] } },
    );
    await createTable(
      runner,
      'claim_back',
      {
        id: id(),
        claim_id: ref(),
        payee_id: ref(),
        state: code(10),
        owed_fen: whole(),
        returned_fen: whole(),
        case_id: ref(),
        opened_at: at(),
        closed_at: nullable(at()),
      },
      { unique: { ux_claim_back_claim: ['claim_id'] }, index: { ix_claim_back_payee: ['payee_id', 'state'] } },
    );
    await createTable(
      runner,
      'payout_netting',
      { id: id(), line_id: ref(), claim_back_id: ref(), amount_fen: whole() },
      { unique: { ux_payout_netting: ['line_id', 'claim_back_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'payout_netting',
      'claim_back',
      'payout_import',
      'payout_line',
      'payout_batch',
      'payout_account',
    ])
      await runner.dropTable(table);
  }
}
