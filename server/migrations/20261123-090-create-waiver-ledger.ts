import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  day,
  dropColumns,
  id,
  nullable,
  primary,
  ref,
  whole,
  withDefault,
} from '@server/platform/db/schema';

const columns =
  'donor_id, turn, ordinal, group_no, kind, account, pool, donation_id, claim_id, ml, value_on, clause, edition, given, at';

/** Both sides of what stood there as one line; what the donations gave is written when the account is next opened. */
const copy = (account: string, shift: number, sign: string): string => `
  INSERT INTO waiver_ledger (${columns})
  SELECT p.donor_id, p.turn, p.ordinal * 2 + ${shift}, 0,
    CASE WHEN p.direction = 'spend' THEN 'spend' ELSE 'reverse' END, '${account}', p.pool, p.donation_id, p.claim_id,
    CASE WHEN p.direction = 'spend' THEN ${sign}p.ml ELSE 0 - (${sign}p.ml) END,
    COALESCE(c.discharged_on, SUBSTR(p.at, 1, 10)), COALESCE(c.clause, ''), COALESCE(c.edition, ''), NULL, p.at
  FROM waiver_posting p LEFT JOIN waiver_claim c ON c.id = p.claim_id`;

/** The waiver's millilitres in double entry. */
export class CreateWaiverLedger1763769690000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'waiver_ledger',
      {
        donor_id: primary(ref()),
        turn: primary(whole()),
        ordinal: primary(whole()),
        group_no: whole(),
        kind: code(10),
        account: code(10),
        pool: code(10),
        donation_id: nullable(ref()),
        claim_id: nullable(ref()),
        ml: whole(),
        value_on: day(),
        clause: code(10),
        edition: code(40),
        given: nullable(code(80)),
        at: at(),
      },
      { index: { ix_waiver_ledger_claim: ['claim_id'] } },
    );
    await runner.query(copy('spent', 0, ''));
    await runner.query(copy('available', 1, '-'));
    await runner.dropTable('waiver_posting');
    await addColumns(
      runner,
      'waiver_account',
      { due_on: withDefault(day(), '') },
      { index: { ix_waiver_account_due: ['due_on'] } },
    );
    await createTable(
      runner,
      'waiver_shortfall',
      {
        id: id(),
        donor_id: ref(),
        donation_id: ref(),
        pool: code(10),
        ml: whole(),
        open_key: nullable(code(60)),
        opened_at: at(),
        closed_at: nullable(at()),
      },
      {
        unique: { ux_waiver_shortfall_open: ['open_key'] },
        index: { ix_waiver_shortfall_donor: ['donor_id', 'opened_at'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waiver_shortfall');
    await dropColumns(runner, 'waiver_account', ['due_on'], ['ix_waiver_account_due']);
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
    await runner.dropTable('waiver_ledger');
  }
}
