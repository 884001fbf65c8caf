import type { Tx } from '@server/platform/tx';
import { WaiverClaim } from './waiver-claim.entity';

/** Claims that a person must decide. */
export const countClaimsWaiting = (tx: Tx): Promise<number> => tx.em.countBy(WaiverClaim, { state: 'needs_person' });
