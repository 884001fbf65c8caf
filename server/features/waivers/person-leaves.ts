import { In } from 'typeorm';
import { ownDataAsked, personLeft } from '@server/features/identity';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import { findOwnClaims } from './find-claims';
import { WaiverClaim } from './waiver-claim.entity';

/** Somebody still works on it, or money is still to come. */
const unfinished = [
  'awaiting_consent',
  'checking',
  'needs_commitment',
  'needs_person',
  'needs_material',
  'approved',
  'paying',
] as const;

export function startLeaving(app: App): void {
  app.events.on(ownDataAsked, async (tx, { add }) => add('用血减免申请', (await findOwnClaims(tx)).items));
  app.events.on(personLeft, async (tx, { personId }) => {
    if (await tx.em.existsBy(WaiverClaim, { claimantId: personId, state: In([...unfinished]) }))
      throw new Refusal('LEAVE_LATER', 'conflict', { why: 'claim' });
  });
}
