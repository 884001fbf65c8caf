import type { SelectQueryBuilder } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listClaimsForReview, listReviewCities } from '@contract/waiver-review';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { REASON_WORDS } from '@rules/waiver-decision';
import { getPerson, openName } from '@server/features/identity';
import { Organization } from '@server/features/organizations';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { readReasons } from './claim-progress';
import { type Opposed, findOpposed, leaseOf } from './hold-review';
import { openParty } from './parties';
import { decidedBy, hospitalNameOf } from './show-claim';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { workingDaysBetween } from './working-days';

type Line = Output<typeof listClaimsForReview>['items'][number];

const waiting = (tx: Tx): SelectQueryBuilder<WaiverClaim> =>
  tx.em
    .createQueryBuilder(WaiverClaim, 'claim')
    .innerJoinAndMapOne('claim.hospital', Organization, 'hospital', 'hospital.id = claim.hospitalId')
    .where('claim.state = :state', { state: 'needs_person' });

type Row = WaiverClaim & { hospital: Organization };

export const stageOf = ({ proposal, appeal }: Opposed): Line['stage'] =>
  proposal ? 'second' : appeal ? 'appeal' : 'first';

/** Who has waited longest comes first, whoever has it in hand. */
export async function findClaimsForReview(
  tx: Tx,
  input: Input<typeof listClaimsForReview>,
): Promise<Output<typeof listClaimsForReview>> {
  const limit = input.limit ?? 20;
  const place = readCursor(input.cursor, 2);
  const query = waiting(tx)
    .orderBy('claim.waitsSince', 'ASC')
    .addOrderBy('claim.id', 'ASC')
    .limit(limit + 1);
  // A reason stands in the list with its quotes, so that one is never part of another.
  if (input.reason) query.andWhere('claim.reasons LIKE :reason', { reason: `%"${input.reason}"%` });
  if (input.city) query.andWhere('hospital.city = :city', { city: input.city });
  if (place) {
    query.andWhere('(claim.waits_since > :at OR (claim.waits_since = :at AND claim.id > :id))', {
      at: place[0],
      id: place[1],
    });
  }
  const rows = (await query.getMany()) as Row[];
  const { items, nextCursor } = pageOf(rows, limit, claim => [claim.waitsSince ?? claim.createdAt, claim.id]);
  const shown: Line[] = [];
  // One after the other: on SQLite there is one connection, and a transaction must not fan out.
  for (const row of items) shown.push(await showLine(tx, row));
  return { items: shown, nextCursor };
}

async function showLine(tx: Tx, claim: Row): Promise<Line> {
  const opposed = await findOpposed(tx, claim.id);
  const dueOn = decidedBy(claim, opposed.appeal);
  const waitsSince = claim.waitsSince ?? claim.createdAt;
  return {
    id: claim.id,
    number: claim.number,
    stage: stageOf(opposed),
    relation: claim.relation,
    patientMaskedName: maskName(openParty(tx.app, claim.patientSealed).name),
    donorMaskedName: maskName(openName(tx, await getPerson(tx, claim.donorId))),
    hospitalName: await hospitalNameOf(tx, claim),
    city: claim.hospital.city,
    bloodFeeFen: claim.bloodFeeFen ?? (claim.crossing === 'treated' ? await findFee(tx, claim.id) : null),
    reasons: readReasons(claim),
    waitsSince,
    workingDaysWaited: workingDaysBetween(toChinaDate(waitsSince), tx.today),
    dueOn,
    overdue: dueOn < tx.today,
    lease: leaseOf(tx, claim),
    isOwn: opposed.isOwn,
  };
}

/** Of a bill that the claimant typed, before anybody has judged it. */
const findFee = async (tx: Tx, claimId: string): Promise<number> =>
  (await tx.em.findBy(WaiverBill, { claimId })).reduce((fen, { bloodFeeFen }) => fen + bloodFeeFen, 0);

/** For the filters: what there is now, most first. */
export async function findReviewCities(tx: Tx): Promise<Output<typeof listReviewCities>> {
  const rows = (await waiting(tx).getMany()) as Row[];
  const count = <K extends string>(keys: readonly K[]): [K, number][] => {
    const counts = new Map<K, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  const known = rows.flatMap(readReasons).filter(reason => reason in REASON_WORDS);
  return {
    cities: count(rows.map(({ hospital }) => hospital.city)).map(([city, n]) => ({ city, count: n })),
    reasons: count(known).map(([reason, n]) => ({ reason, count: n })),
  };
}
