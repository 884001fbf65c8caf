import type { EntityManager } from 'typeorm';

type Row = Record<string, string | number | null>;

const say = async (em: EntityManager, what: string, sql: string): Promise<string[]> =>
  ((await em.query(sql)) as Row[]).map(row => `${what}: ${JSON.stringify(row)}`);

/** What does not hold between claims, lines, accounts and batches, whoever wrote it, in words; empty is right. */
export async function payoutFaults(em: EntityManager): Promise<string[]> {
  return [
    ...(await say(
      em,
      'paid by two lines',
      `SELECT claim_id, COUNT(*) AS times FROM payout_line WHERE state IN ('waiting', 'paid') GROUP BY claim_id HAVING COUNT(*) > 1`,
    )),
    ...(await say(
      em,
      'a line and its claim differ',
      `SELECT l.claim_number, l.state, c.state AS claim FROM payout_line l JOIN waiver_claim c ON c.id = l.claim_id
       WHERE (l.state = 'waiting' AND c.state <> 'paying') OR (l.state = 'paid' AND c.state NOT IN ('paid', 'withdrawn'))`,
    )),
    ...(await say(
      em,
      'with the bank or paid, and no line says so',
      `SELECT c.number, c.state FROM waiver_claim c WHERE c.via = 'online' AND c.state IN ('paying', 'paid') AND NOT EXISTS
       (SELECT 1 FROM payout_line l WHERE l.claim_id = c.id AND l.state = CASE WHEN c.state = 'paid' THEN 'paid' ELSE 'waiting' END)`,
    )),
    ...(await say(
      em,
      'an account is held for nothing, or not held',
      `SELECT a.claim_id, a.state FROM payout_account a WHERE (a.state = 'frozen') <>
       EXISTS (SELECT 1 FROM payout_line l WHERE l.claim_id = a.claim_id AND l.state = 'waiting')`,
    )),
    ...(await say(
      em,
      'a batch and its lines differ',
      `SELECT b.number, b.total_fen, SUM(l.amount_fen) AS lines_fen FROM payout_batch b LEFT JOIN payout_line l ON l.batch_id = b.id
       GROUP BY b.id, b.number, b.total_fen HAVING b.total_fen <> COALESCE(SUM(l.amount_fen), -1)`,
    )),
    ...(await say(
      em,
      'a line without its batch',
      'SELECT l.claim_number FROM payout_line l LEFT JOIN payout_batch b ON b.id = l.batch_id WHERE b.id IS NULL',
    )),
    ...(await say(
      em,
      'the claimant was told another number of times than paid',
      `SELECT c.number, COUNT(s.id) AS told FROM waiver_claim c LEFT JOIN waiver_step s ON s.claim_id = c.id AND s.text LIKE '银行已转出%'
       WHERE c.via = 'online' GROUP BY c.id, c.number, c.state
       HAVING COUNT(s.id) <> CASE WHEN c.state = 'paid' THEN 1 ELSE 0 END AND c.state <> 'withdrawn'`,
    )),
  ];
}
