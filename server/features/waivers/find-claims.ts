import type { Input, Output } from '@contract/endpoint';
import type { getClaim, listClaims } from '@contract/waivers';
import { getPerson } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';

const MOST_CLAIMS_OF_ONE_PERSON = 200;

/** Also those that a hospital settled for the person. */
export async function findOwnClaims(tx: Tx): Promise<Output<typeof listClaims>> {
  const { docIndex } = await getPerson(tx, personOf(tx.actor));
  const claims = await tx.em.find(WaiverClaim, {
    where: [{ patientIndex: docIndex }, { claimantId: personOf(tx.actor) }],
    order: { createdAt: 'DESC', id: 'DESC' },
    take: MOST_CLAIMS_OF_ONE_PERSON,
  });
  return { items: await showAll(tx, claims) };
}

/** Of the person in session: as the patient, or as the parent who claims for a child. */
export async function getOwnClaim(tx: Tx, claimId: string): Promise<WaiverClaim> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId });
  const personId = personOf(tx.actor);
  const isOwn =
    claim && (claim.claimantId === personId || claim.patientIndex === (await getPerson(tx, personId)).docIndex);
  if (!isOwn) throw notFound();
  return claim;
}

/** A citizen sees only own claims; another's does not exist for them. */
export async function findClaim(tx: Tx, { claimId }: Input<typeof getClaim>): Promise<Output<typeof getClaim>> {
  const claim =
    tx.actor.role === 'citizen' ? await getOwnClaim(tx, claimId) : await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  return showClaim(tx, claim);
}

async function showAll(tx: Tx, claims: readonly WaiverClaim[]): Promise<Output<typeof getClaim>[]> {
  const shown: Output<typeof getClaim>[] = [];
  // One after the other: on SQLite there is one connection, and a transaction must not fan out.
  for (const claim of claims) shown.push(await showClaim(tx, claim));
  return shown;
}
