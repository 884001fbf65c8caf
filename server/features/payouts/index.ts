import { CreatePayouts1763769710000 } from '@server/migrations/20261123-110-create-payouts';
import type { Feature } from '@server/platform/feature';
import { ClaimBack } from './claim-back.entity';
import { Netting } from './netting.entity';
import { PayoutAccount } from './payout-account.entity';
import { PayoutBatch } from './payout-batch.entity';
import { PayoutImport } from './payout-import.entity';
import { PayoutLine } from './payout-line.entity';
import { routes } from './routes';

/** The money of approved claims: where it goes, how it gets there, and how it comes back. */
export const payouts: Feature = {
  name: 'payouts',
  entities: [PayoutAccount, PayoutBatch, PayoutLine, PayoutImport, ClaimBack, Netting],
  migrations: [CreatePayouts1763769710000],
  routes,
};
