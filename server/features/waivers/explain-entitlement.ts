import type { WaiverEntitlement, WaiverReasonCode } from '@rules/waiver';

/** Clause that a refusal rests on, where the entitlement names none. */
const REFUSAL_CLAUSE: Readonly<Record<Exclude<WaiverReasonCode, 'OK'>, string>> = {
  NO_DONATION: 'W-FIRST',
  RELATION_NOT_LISTED: 'W-3、W-4',
  BELOW_GOLD_STANDARD: 'W-4',
  USED_UP: 'W-3',
  NO_EDITION: '',
  PERSON_MUST_LOOK: 'W-ELSEWHERE',
};

type Line = WaiverEntitlement['lines'][number];

/** "2023-03-01 献血 200 毫升 × 5，2028-03-01 及以前有效": where a line comes from and how long it holds. */
export function formulaOf({ donatedOn, volumeMl, factor, until, clause }: Line): string {
  if (clause === 'W-5') return `${donatedOn} 捐献造血干细胞，${volumeMl} 毫升，终身有效`;
  return `${donatedOn} 献血 ${volumeMl} 毫升 × ${factor}，${until ? `${until} 及以前有效` : '已满五年'}`;
}

export const yuan = (fen: number): string => (fen / 100).toFixed(2);

export function clauseOf(entitlement: WaiverEntitlement): string {
  if (entitlement.clause) return entitlement.clause;
  return entitlement.reasonCode === 'OK' ? '' : REFUSAL_CLAUSE[entitlement.reasonCode];
}

/** The whole formula in one line, for the donor and the discharge desk; a relative reads `entitlement.reason` alone. */
export function explain(entitlement: WaiverEntitlement): string {
  const { lines, quotaMl, quotaFen, reason } = entitlement;
  if (lines.length === 0 || quotaMl === null || quotaFen === null) return reason;
  const terms = lines.map(line => `${line.volumeMl}×${line.factor}`).join(' + ');
  const used = lines.reduce((ml, line) => ml + line.usedMl, 0);
  const price = (entitlement.fenPer10Ml / 1000).toFixed(2);
  return `${reason}${terms} 毫升，已用 ${used} 毫升，可用 ${quotaMl} 毫升 × ${price} 元/毫升 = ${yuan(quotaFen)} 元。`;
}

/** In the shape of the contract. */
export const entitlementLines = (entitlement: WaiverEntitlement) =>
  entitlement.lines.map(line => ({
    donationId: line.donationId,
    on: line.donatedOn,
    volumeMl: line.volumeMl,
    factor: line.factor,
    until: line.until ?? null,
    usedMl: line.usedMl,
    availableMl: line.availableMl,
    clause: line.clause,
  }));
