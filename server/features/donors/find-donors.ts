import { findRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Donor } from './donor.entity';

export const findDonor = (tx: Tx, personId: string): Promise<Donor | null> => findRow(tx.em, Donor, { personId });
