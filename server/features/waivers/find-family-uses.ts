import type { Output } from '@contract/endpoint';
import type { getEntitlement } from '@contract/waivers';
import type { CalendarDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import type { LedgerGroup } from '@rules/waiver-ledger';
import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { openParty } from './parties';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';

type Use = Output<typeof getEntitlement>['ledger']['uses'][number];

const MOST = 100;

interface Taken {
  claimId: string;
  on: CalendarDate;
  /** Taken at the time. */
  ml: number;
  /** Of it not given back. */
  left: number;
}

function takenBy(legs: LedgerGroup, until: CalendarDate): Taken[] {
  const byClaim = new Map<string, Taken>();
  for (const { claimId, account, kind, ml, on } of legs) {
    if (claimId === null || on > until || (account !== 'spent' && account !== 'paid')) continue;
    const taken = byClaim.get(claimId) ?? { claimId, on, ml: 0, left: 0 };
    if (kind === 'spend') taken.ml += ml;
    taken.left += ml;
    byClaim.set(claimId, taken);
  }
  return [...byClaim.values()].filter(({ ml }) => ml > 0);
}

/**
 * Line by line, who used what when. The donor answered the question of a claim with the patient's masked name and relation
 * before them, so these may stand here; where nobody asked for that claim (a standing consent, a discharge desk), the relative
 * has not been named to the donor, and is not named now.
 */
export async function findFamilyUses(tx: Tx, donorId: string, legs: LedgerGroup, on: CalendarDate): Promise<Use[]> {
  const taken = takenBy(legs, on)
    .sort((a, b) => (a.on + a.claimId > b.on + b.claimId ? -1 : 1))
    .slice(0, MOST);
  const ids = taken.map(({ claimId }) => claimId);
  const claims = new Map((await findRowsIn(tx.em, WaiverClaim, 'id', ids)).map(claim => [claim.id, claim]));
  const asked = (await findRowsIn(tx.em, WaiverConsent, 'claimId', ids)).filter(
    ({ personId, state }) => personId === donorId && state === 'agreed',
  );
  const isAsked = new Set(asked.map(({ claimId }) => claimId));
  return taken.flatMap(({ claimId, on: usedOn, ml, left }): Use[] => {
    const claim = claims.get(claimId);
    if (!claim) return [];
    const { relation, patientSealed, via, state } = claim;
    const isOwn = relation === 'self';
    const known = !isOwn && isAsked.has(claimId);
    return [
      {
        on: usedOn,
        ml,
        by: isOwn ? 'donor' : 'relative',
        who: known ? { relation, maskedName: maskName(openParty(tx.app, patientSealed).name) } : null,
        via,
        state: left === 0 ? 'returned' : state === 'paid' ? 'paid' : 'used',
      },
    ];
  });
}
