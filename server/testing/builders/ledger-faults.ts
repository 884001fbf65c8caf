import type { EntityManager } from 'typeorm';

type Row = Record<string, string | number | null>;

const say = async (em: EntityManager, what: string, sql: string): Promise<string[]> =>
  ((await em.query(sql)) as Row[]).map(row => `${what}: ${JSON.stringify(row)}`);

/** What does not hold in the waiver's ledger, whoever wrote it, in words; empty is right. */
export async function ledgerFaults(em: EntityManager): Promise<string[]> {
  const held = (account: string) => `SUM(CASE WHEN account = '${account}' THEN ml ELSE 0 END)`;
  return [
    ...(await say(
      em,
      'a group does not add up to zero',
      'SELECT donor_id, turn, group_no, SUM(ml) AS ml FROM waiver_ledger GROUP BY donor_id, turn, group_no HAVING SUM(ml) <> 0',
    )),
    ...(await say(
      em,
      'a donation does not add up to zero',
      'SELECT donation_id, pool, SUM(ml) AS ml FROM waiver_ledger GROUP BY donation_id, pool HAVING SUM(ml) <> 0',
    )),
    ...(await say(
      em,
      'below zero',
      `SELECT donation_id, pool, account, SUM(ml) AS ml FROM waiver_ledger WHERE account IN ('available', 'lapsed', 'spent', 'paid')
       GROUP BY donation_id, pool, account HAVING SUM(ml) < 0`,
    )),
    ...(await say(
      em,
      'more used than given',
      `SELECT donation_id, pool, ${held('spent')} + ${held('paid')} AS used, 0 - ${held('source')} AS given FROM waiver_ledger
       WHERE donation_id IS NOT NULL GROUP BY donation_id, pool
       HAVING ${held('spent')} + ${held('paid')} > 0 - ${held('source')} AND ${held('short')} = 0`,
    )),
    ...(await say(
      em,
      'more given than the donation is worth',
      `SELECT l.donation_id, l.pool, 0 - SUM(l.ml) AS given FROM waiver_ledger l JOIN donation d ON d.id = l.donation_id
       WHERE l.account = 'source' GROUP BY l.donation_id, l.pool, d.type, d.volume_ml
       HAVING 0 - SUM(l.ml) > CASE WHEN d.type = 'stem_cells' THEN 800
         ELSE (CASE WHEN d.type = 'platelets' THEN 800 ELSE d.volume_ml END) * (CASE WHEN l.pool = 'self' THEN 5 ELSE 2 END) END`,
    )),
    ...(await say(
      em,
      'a claim and the ledger differ',
      `SELECT c.number, c.state, c.waived_fen, COALESCE(SUM(l.ml), 0) AS ml FROM waiver_claim c
       LEFT JOIN waiver_ledger l ON l.claim_id = c.id AND l.account IN ('spent', 'paid')
       WHERE COALESCE(c.clause, '') <> 'W-ELSEWHERE'
       GROUP BY c.id, c.number, c.state, c.waived_fen
       HAVING CASE WHEN c.state IN ('approved', 'paying', 'paid') AND c.waived_fen > 0
         THEN ABS(COALESCE(SUM(l.ml), 0) * 110 - c.waived_fen) >= 110 ELSE COALESCE(SUM(l.ml), 0) <> 0 END`,
    )),
    ...(await say(
      em,
      'lines of a claim that is not there',
      `SELECT l.claim_id, SUM(l.ml) AS ml FROM waiver_ledger l LEFT JOIN waiver_claim c ON c.id = l.claim_id
       WHERE l.claim_id IS NOT NULL AND c.id IS NULL AND l.account IN ('spent', 'paid') GROUP BY l.claim_id HAVING SUM(l.ml) <> 0`,
    )),
  ];
}
