import { MoreThan, IsNull } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { Assistance } from './assistance.entity';

/** Staff of this station act for the person now: the person stands there with the document, was asked, and has been told. */
export const isHelpedAt = (tx: Tx, personId: string, organizationId: string): Promise<boolean> =>
  tx.em.existsBy(Assistance, {
    ...{ personId, organizationId, kind: 'staff' as const },
    ...{ endedAt: IsNull(), expiresAt: MoreThan(tx.now) },
  });
