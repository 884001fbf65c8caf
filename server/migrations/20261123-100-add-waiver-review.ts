import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  day,
  dropColumns,
  id,
  longText,
  nullable,
  ref,
  whole,
} from '@server/platform/db/schema';

const ofClaim = {
  waits_since: nullable(at()),
  reviewer_id: nullable(ref()),
  lease_until: nullable(at()),
  decided_by: nullable(ref()),
  decided_at: nullable(at()),
};

/** The reviewers' queue with its leases, what they decided, what they asked for, and the appeal. */
export class AddWaiverReview1763769700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'waiver_claim', ofClaim, {
      index: { ix_waiver_claim_queue: ['state', 'waits_since', 'id'] },
    });
    await runner.query(`UPDATE waiver_claim SET waits_since = created_at WHERE via = 'online'`);
    await runner.query(`UPDATE waiver_claim SET decided_at = updated_at WHERE state = 'refused'`);
    await createTable(
      runner,
      'waiver_decision',
      {
        id: id(),
        claim_id: ref(),
        kind: code(10),
        state: code(10),
        clause: code(60),
        content_sealed: longText(),
        waived_fen: nullable(whole()),
        made_by: ref(),
        made_at: at(),
        open_key: nullable(ref()),
        second_by: nullable(ref()),
        second_at: nullable(at()),
        second_note_sealed: nullable(longText()),
      },
      {
        unique: { ux_waiver_decision_open: ['open_key'] },
        index: { ix_waiver_decision_claim: ['claim_id', 'made_at'] },
      },
    );
    await createTable(
      runner,
      'waiver_material',
      {
        id: id(),
        claim_id: ref(),
        asked_sealed: longText(),
        asked_by: ref(),
        asked_at: at(),
        due_on: day(),
        answered_at: nullable(at()),
        answer_sealed: nullable(longText()),
        open_key: nullable(ref()),
      },
      {
        unique: { ux_waiver_material_open: ['open_key'] },
        index: { ix_waiver_material_claim: ['claim_id', 'asked_at'] },
      },
    );
    await createTable(
      runner,
      'waiver_appeal',
      {
        id: id(),
        claim_id: ref(),
        made_by: ref(),
        made_at: at(),
        reasons_sealed: longText(),
        against: code(600),
        refused_by: nullable(ref()),
        refused_at: at(),
        due_on: day(),
        state: code(10),
        decided_by: nullable(ref()),
        decided_at: nullable(at()),
      },
      { unique: { ux_waiver_appeal_claim: ['claim_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['appeal', 'material', 'decision']) await runner.dropTable(`waiver_${table}`);
    await dropColumns(runner, 'waiver_claim', Object.keys(ofClaim), ['ix_waiver_claim_queue']);
  }
}
