import { In, MoreThanOrEqual } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { listLinkedRelatives } from '@contract/waiver-evidence';
import { addDays, toChinaDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { maskName } from '@rules/identifiers';
import type { WaiverRelation } from '@rules/waiver';
import { getPerson, openName } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import type { Tx } from '@server/platform/tx';
import type { SourceAnswer } from './gather-kinship';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverEvidence } from './waiver-evidence.entity';

const DAY_SECONDS = 24 * 3600;
/** Evidence that only points to earlier evidence: its age counts from there, so that it cannot be renewed by itself. */
const POINTS_BACK = '沿用';
const MOST = 50;

interface Link {
  claim: WaiverClaim;
  /** The register's own answer. */
  proof: WaiverEvidence;
}

const rulesOn = (tx: Tx) => getEdition('waiver-evidence', tx.today).rules;

const isKept = (tx: Tx, relation: WaiverRelation): boolean => rulesOn(tx).kinshipKept.value.includes(relation);

async function findProofs(tx: Tx, claims: readonly WaiverClaim[], since = ''): Promise<Link[]> {
  if (claims.length === 0) return [];
  const rows = await tx.em.find(WaiverEvidence, {
    where: {
      claimId: In(claims.map(({ id }) => id)),
      kind: 'kinship',
      result: 'proved',
      at: MoreThanOrEqual(since),
    },
    order: { at: 'DESC', id: 'DESC' },
  });
  const byId = new Map(claims.map(claim => [claim.id, claim]));
  return rows.flatMap(proof => {
    const claim = byId.get(proof.claimId);
    return claim && !proof.source.startsWith(POINTS_BACK) ? [{ claim, proof }] : [];
  });
}

/** What a register said about this kinship not too long ago, as evidence for another claim; undefined when it has to be asked. */
export async function findKnownKinship(
  tx: Tx,
  { donorId, patientIndex, relation }: Pick<WaiverClaim, 'donorId' | 'patientIndex' | 'relation'>,
): Promise<SourceAnswer | undefined> {
  if (!isKept(tx, relation)) return undefined;
  const claims = await tx.em.find(WaiverClaim, {
    where: { donorId, patientIndex, relation, kinship: 'proved' },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
  const since = plusSeconds(tx.now, 0 - rulesOn(tx).kinshipKeptDays.value * DAY_SECONDS);
  const [newest] = await findProofs(tx, claims, since);
  if (!newest) return undefined;
  const { source, at, sha256 } = newest.proof;
  return { source: `${POINTS_BACK} ${toChinaDate(at)} 的查询：${source}`.slice(0, 40), result: 'proved', sha256 };
}

/** Each donor once for each relation, by the newest answer of a register. */
async function findLinks(tx: Tx, patientIndex: string): Promise<Link[]> {
  const claims = await tx.em.find(WaiverClaim, {
    where: { patientIndex, kinship: 'proved' },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
  const links = new Map<string, Link>();
  for (const link of await findProofs(tx, claims)) {
    const key = `${link.claim.donorId} ${link.claim.relation}`;
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

export async function findLinkedRelatives(tx: Tx): Promise<Output<typeof listLinkedRelatives>> {
  const person = await getPerson(tx, personOf(tx.actor));
  tx.subject(person.id);
  const days = rulesOn(tx).kinshipKeptDays.value;
  const items: Output<typeof listLinkedRelatives>['items'] = [];
  for (const { claim, proof } of await findLinks(tx, person.docIndex)) {
    const provedOn = toChinaDate(proof.at);
    const until = addDays(provedOn, days);
    items.push({
      linkId: claim.id,
      donorMaskedName: maskName(openName(tx, await getPerson(tx, claim.donorId))),
      relation: claim.relation,
      provedOn,
      freshUntil: isKept(tx, claim.relation) && until >= tx.today ? until : null,
    });
  }
  return { items };
}

/** The donor behind a link of this patient; undefined for a link that is another's. */
export async function findLinked(
  tx: Tx,
  linkId: string,
  patientIndex: string,
): Promise<Pick<WaiverClaim, 'donorId' | 'relation'> | undefined> {
  return (await findLinks(tx, patientIndex)).find(({ claim }) => claim.id === linkId)?.claim;
}
