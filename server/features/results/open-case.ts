import { addDays } from '@rules/calendar';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import type { CaseSubject } from './case-subject';
import { FollowUpCase } from './follow-up-case.entity';

interface NewCase {
  readonly kind: FollowUpCase['kind'];
  /** What it is about; the same source opens no second case. */
  readonly source: string;
  readonly stationId: string;
  readonly siteId: string | null;
  readonly dueInDays: number;
  readonly urgent?: boolean;
  readonly subject: CaseSubject;
}

const keyOf = (tx: Tx, source: string): string => tx.app.crypto.fingerprint('case', source);

export const findCaseOf = (tx: Tx, source: string): Promise<FollowUpCase | null> =>
  tx.em.findOneBy(FollowUpCase, { sourceKey: keyOf(tx, source) });

export async function openCase(tx: Tx, given: NewCase): Promise<FollowUpCase> {
  const row: FollowUpCase = {
    id: newId(),
    kind: given.kind,
    stationId: given.stationId,
    siteId: given.siteId,
    sourceKey: keyOf(tx, given.source),
    subjectSealed: tx.app.crypto.seal('health', JSON.stringify(given.subject)),
    state: 'open',
    urgent: given.urgent ?? false,
    dueOn: addDays(tx.today, given.dueInDays),
    openedAt: tx.now,
    takenBy: null,
    takenAt: null,
    closedAt: null,
    outcomeSealed: null,
    version: 1,
  };
  await tx.em.insert(FollowUpCase, { ...row });
  return row;
}
