import type { Input } from '@contract/endpoint';
import type { recordReaction as contract } from '@contract/visits';
import { keepReaction } from '@server/features/donors';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { reactionNoted } from './events';
import { getVisitHere } from './find-visits';
import { requireVersion, stateChanged } from './require-version';
import { staffOf } from './staff-of';
import { staffVisitNow, type StaffVisit } from './staff-view';
import { VisitReaction } from './visit-reaction.entity';
import type { Visit } from './visit.entity';

export type Reaction = Pick<Input<typeof contract>, 'kind' | 'severity' | 'action'>;

export async function noteReaction(tx: Tx, visit: Visit, { kind, severity, action }: Reaction): Promise<void> {
  const id = newId();
  await tx.em.insert(VisitReaction, {
    id,
    visitId: visit.id,
    at: tx.now,
    notedBy: staffOf(tx),
    sealed: tx.app.crypto.seal('health', JSON.stringify({ kind, severity, action })),
  });
  const { personId, siteId, donationId } = visit;
  await keepReaction(tx, personId);
  await announce(tx, reactionNoted, { reactionId: id, personId, siteId, donationId, kind, severity, action });
}

/** During the draw or the rest. */
export async function recordReaction(tx: Tx, command: Input<typeof contract>): Promise<StaffVisit> {
  const visit = requireVersion(await getVisitHere(tx, command.visitId), command.version);
  tx.subject(visit.personId);
  if (visit.state !== 'donating' && visit.state !== 'resting') throw stateChanged();
  await noteReaction(tx, visit, command);
  return staffVisitNow(tx, visit);
}
