import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  dropColumns,
  id,
  longText,
  nullable,
  primary,
  ref,
  whole,
  withDefault,
} from '@server/platform/db/schema';

const ofClaim = { claimant_id: nullable(ref()), reasons: nullable(longText()), bill_sealed: nullable(longText()) };
const ofBill = {
  donor_id: nullable(ref()),
  status: nullable(code(20)),
  waived_fen: withDefault(whole(), 0),
  lines_sealed: nullable(longText()),
};

/** The question to the donor, the commitment letter, and bills that several donors share. */
export class AddWaiverEvidence1763769695000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'waiver_claim', ofClaim, {
      index: { ix_waiver_claim_claimant: ['claimant_id', 'created_at'] },
    });
    await runner.dropIndex('waiver_bill', 'ux_waiver_bill_active');
    await addColumns(runner, 'waiver_bill', ofBill, {
      unique: { ux_waiver_bill_holder: ['active_key', 'donor_id'] },
    });
    await createTable(
      runner,
      'waiver_bill_balance',
      {
        bill_key: primary(code(60)),
        patient_index: code(64),
        blood_fee_fen: whole(),
        waived_fen: whole(),
        turn: whole(),
        lines_key: nullable(code(64)),
        updated_at: at(),
      },
      { index: { ix_waiver_bill_balance_lines: ['lines_key'] } },
    );
    await createTable(
      runner,
      'waiver_consent',
      {
        id: id(),
        claim_id: ref(),
        person_id: ref(),
        state: code(20),
        version: code(20),
        asked_at: at(),
        valid_until: at(),
        answered_at: nullable(at()),
      },
      {
        unique: { ux_waiver_consent_claim: ['claim_id'] },
        index: { ix_waiver_consent_person: ['person_id', 'asked_at'] },
      },
    );
    await createTable(
      runner,
      'waiver_commitment',
      {
        id: id(),
        claim_id: ref(),
        signed_by: ref(),
        version: code(20),
        sealed: longText(),
        sha256: code(64),
        signed_at: at(),
      },
      { unique: { ux_waiver_commitment_claim: ['claim_id'] } },
    );
    await fillFromBills(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['commitment', 'consent', 'bill_balance']) await runner.dropTable(`waiver_${table}`);
    await dropColumns(runner, 'waiver_bill', Object.keys(ofBill), ['ux_waiver_bill_holder']);
    await runner.createIndex(
      'waiver_bill',
      new TableIndex({ name: 'ux_waiver_bill_active', columnNames: ['active_key'], isUnique: true }),
    );
    await dropColumns(runner, 'waiver_claim', Object.keys(ofClaim), ['ix_waiver_claim_claimant']);
  }
}

/**
 * Bills held before belonged to one claim each: what it waived is what was waived of them. Of a claim on several bills each
 * is taken to have been used as far as it can have been, so that nothing is waived twice.
 */
async function fillFromBills(runner: QueryRunner): Promise<void> {
  const used = `CASE WHEN COALESCE(c.waived_fen, 0) < b.blood_fee_fen THEN COALESCE(c.waived_fen, 0) ELSE b.blood_fee_fen END`;
  const ofTheClaim = (value: string) =>
    `(SELECT ${value} FROM waiver_claim c WHERE c.id = waiver_bill.claim_id)`.replace(/b\./g, 'waiver_bill.');
  await runner.query(
    `UPDATE waiver_bill SET donor_id = ${ofTheClaim('c.donor_id')}, waived_fen = COALESCE(${ofTheClaim(used)}, 0)`,
  );
  await runner.query(
    `INSERT INTO waiver_bill_balance (bill_key, patient_index, blood_fee_fen, waived_fen, turn, updated_at)
     SELECT b.active_key, c.patient_index, b.blood_fee_fen, b.waived_fen, 0, c.updated_at
       FROM waiver_bill b JOIN waiver_claim c ON c.id = b.claim_id WHERE b.active_key IS NOT NULL`,
  );
}
