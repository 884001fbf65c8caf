import type { Tx } from '@server/platform/tx';
import { Donor } from './donor.entity';

export const findDonor = (tx: Tx, personId: string): Promise<Donor | null> => tx.em.findOneBy(Donor, { personId });
