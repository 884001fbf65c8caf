import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, longText, nullable, primary, ref, whole } from '@server/platform/db/schema';

export class CreateWaivers1763769617000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'waiver_claim',
      {
        id: id(),
        number: code(20),
        via: code(10),
        state: code(20),
        relation: code(20),
        donor_id: ref(),
        patient_index: code(64),
        patient_sealed: longText(),
        hospital_id: ref(),
        admitted_on: day(),
        discharged_on: day(),
        hospital_reference: nullable(code(64)),
        request_hash: nullable(code(64)),
        open_key: nullable(code(64)),
        kinship: nullable(code(20)),
        blood_fee_fen: nullable(whole()),
        waived_fen: nullable(whole()),
        clause: nullable(code(20)),
        edition: nullable(code(40)),
        reason: nullable(code(500)),
        lines: nullable(longText()),
        lookup_consent_at: nullable(at()),
        settled_on: nullable(day()),
        created_at: at(),
        updated_at: at(),
      },
      {
        unique: {
          ux_waiver_claim_number: ['number'],
          ux_waiver_claim_open: ['open_key'],
          ux_waiver_claim_reference: ['hospital_id', 'hospital_reference'],
        },
        index: {
          ix_waiver_claim_patient: ['patient_index', 'created_at'],
          ix_waiver_claim_state: ['state', 'created_at', 'id'],
          ix_waiver_claim_settled: ['hospital_id', 'settled_on'],
        },
      },
    );
    await createTable(
      runner,
      'waiver_evidence',
      {
        id: id(),
        claim_id: ref(),
        kind: code(20),
        source: code(40),
        result: code(20),
        text: code(300),
        sha256: nullable(code(64)),
        at: at(),
      },
      { index: { ix_waiver_evidence_claim: ['claim_id', 'at', 'id'] } },
    );
    await createTable(
      runner,
      'waiver_bill',
      {
        id: id(),
        claim_id: ref(),
        bill_code: code(20),
        bill_number: code(32),
        active_key: nullable(code(60)),
        issued_on: day(),
        blood_fee_fen: whole(),
      },
      { unique: { ux_waiver_bill_active: ['active_key'] }, index: { ix_waiver_bill_claim: ['claim_id'] } },
    );
    await createTable(
      runner,
      'waiver_posting',
      {
        id: id(),
        donor_id: ref(),
        donation_id: ref(),
        claim_id: ref(),
        pool: code(10),
        direction: code(10),
        ml: whole(),
        turn: whole(),
        ordinal: whole(),
        at: at(),
      },
      {
        unique: { ux_waiver_posting_turn: ['donor_id', 'turn', 'ordinal'] },
        index: { ix_waiver_posting_claim: ['claim_id'] },
      },
    );
    await createTable(runner, 'waiver_account', { donor_id: primary(ref()), turn: whole(), updated_at: at() });
    await createTable(
      runner,
      'waiver_step',
      { id: id(), claim_id: ref(), state: code(20), text: code(500), actor_id: code(64), at: at() },
      { index: { ix_waiver_step_claim: ['claim_id', 'at', 'id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['step', 'account', 'posting', 'bill', 'evidence', 'claim']) {
      await runner.dropTable(`waiver_${table}`);
    }
  }
}
