import type { CalendarDate } from '@rules/calendar';
import {
  type WaiverEntitlement,
  type WaiverPool,
  type WaiverRelation,
  waivableFen,
  waiverEntitlement,
  waiverMl,
  waiverSpending,
} from '@rules/waiver';
import { type LedgerGroup, giveBackTo, pay, spend, spentOf } from '@rules/waiver-ledger';
import { findDonor } from '@server/features/donors';
import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { ledgerPosted } from './ledger-events';
import { type OpenLedger, postTo } from './ledger-open';

const poolOf = (relation: WaiverRelation): WaiverPool => (relation === 'self' ? 'self' : 'relative');

interface SpendingClaim {
  id: string;
  relation: WaiverRelation;
  usedOn: CalendarDate;
  bloodFeeFen: number;
}

export interface Spending {
  entitlement: WaiverEntitlement;
  waivedFen: number;
  groups: LedgerGroup[];
}

/** What the rules give the claim and the lines that take it; the ledger is changed in memory. */
export function spendFrom(
  { history, givings, state }: OpenLedger,
  rhd: 'positive' | 'negative' | undefined,
  { id, relation, usedOn, bloodFeeFen }: SpendingClaim,
  today: CalendarDate,
): Spending {
  const entitlement = waiverEntitlement({ donor: { rhd }, history, relation, usedOn, spent: spentOf(state) });
  const waivedFen = waivableFen(entitlement, bloodFeeFen);
  if (waivedFen === 0) return { entitlement, waivedFen, groups: [] };
  const { fenPer10Ml, clause = '', edition = '' } = entitlement;
  const lines = new Map(entitlement.lines.map(line => [line.donationId, line]));
  const taken = entitlement.lifelong
    ? [{ donationId: null, ml: Math.ceil((waivedFen * 10) / fenPer10Ml), clause, edition }]
    : waiverSpending(entitlement, waivedFen).map(part => {
        const line = lines.get(part.donationId);
        return { ...part, clause: line?.clause ?? clause, edition: line?.edition ?? edition };
      });
  const claim = { id, pool: poolOf(relation), usedOn };
  return { entitlement, waivedFen, groups: [spend(state, givings, claim, taken, today)] };
}

const movedMl = (groups: readonly LedgerGroup[]): number =>
  groups.flat().reduce((ml, { account, ml: part }) => (account === 'spent' || account === 'paid' ? ml + part : ml), 0);

/** Takes what the blood fee needs and the balance has. Nothing is taken when the patient is not entitled. */
export async function spendWaiver(
  tx: Tx,
  claim: SpendingClaim & { donorId: string },
): Promise<Omit<Spending, 'groups'>> {
  const { donorId, id: claimId } = claim;
  const { entitlement, waivedFen, groups } = await postTo(tx, donorId, async ledger => {
    const donor = await findDonor(tx, donorId);
    return spendFrom(ledger, donor?.rhd ?? undefined, claim, tx.today);
  });
  if (groups.length > 0) await announce(tx, ledgerPosted, { claimId, donorId, kind: 'spend', ml: movedMl(groups) });
  return { entitlement, waivedFen };
}

interface PostedClaim {
  id: string;
  donorId: string;
}

type GivingBack = 'reverse' | 'claw_back';

async function end(tx: Tx, { id: claimId, donorId }: PostedClaim, kind: GivingBack, keepMl = 0): Promise<void> {
  const { groups } = await postTo(tx, donorId, ({ state, givings }) => ({
    groups: [giveBackTo(state, givings, { claimId, keepMl }, kind, tx.today)],
  }));
  const ml = 0 - movedMl(groups);
  if (ml > 0) await announce(tx, ledgerPosted, { claimId, donorId, kind, ml });
}

/** Gives back exactly what the claim took, to the donations that it stands against. Nothing the second time. */
export const returnWaiver = (tx: Tx, claim: PostedClaim): Promise<void> => end(tx, claim, 'reverse');

/** The same for a claim whose money is called back because its bill was reversed later. */
export const postClawedBack = (tx: Tx, claim: PostedClaim): Promise<void> => end(tx, claim, 'claw_back');

/** Gives back what a smaller waiver would not have taken: the claim keeps the millilitres of `waivedFen`. */
export const returnPart = (
  tx: Tx,
  claim: PostedClaim & { dischargedOn: CalendarDate },
  waivedFen: number,
  kind: GivingBack,
): Promise<void> => end(tx, claim, kind, waiverMl(waivedFen, claim.dischargedOn));

/** The money of the claim has arrived. Nothing the second time. */
export async function postPaid(tx: Tx, { id: claimId, donorId }: PostedClaim): Promise<void> {
  const { groups } = await postTo(tx, donorId, ({ state, givings }) => ({
    groups: [pay(state, givings, claimId, tx.today)],
  }));
  const paid = groups.flat().filter(({ account }) => account === 'paid');
  const ml = paid.reduce((sum, leg) => sum + leg.ml, 0);
  if (ml > 0) await announce(tx, ledgerPosted, { claimId, donorId, kind: 'pay', ml });
}
