import { CreatePayouts1763769710000 } from '@server/migrations/20261123-110-create-payouts';
import { CreatePayoutChecks1763769711000 } from '@server/migrations/20261123-111-create-payout-checks';
import { ExtendPayoutChecks1763769726000 } from '@server/migrations/20261123-126-extend-payout-checks';
import { refundUnclear, waiverReduced } from '@server/features/waivers';
import type { Feature } from '@server/platform/feature';
import { BillWatch } from './bill-watch.entity';
import { BookDifference } from './book-difference.entity';
import { BookNote } from './book-note.entity';
import { ClaimBack } from './claim-back.entity';
import { owePart } from './claw-back';
import { HospitalPayment } from './hospital-payment.entity';
import { Netting } from './netting.entity';
import { PayoutAccount } from './payout-account.entity';
import { PayoutBatch } from './payout-batch.entity';
import { PayoutImport } from './payout-import.entity';
import { PayoutLine } from './payout-line.entity';
import { askAboutRefund } from './record-refund';
import { reconcileRecent } from './reconcile-recent';
import { routes } from './routes';
import { watchBills } from './watch-bills';

/** The money of approved claims: where it goes, how it gets there, and how it comes back. */
export const payouts: Feature = {
  name: 'payouts',
  entities: [
    PayoutAccount,
    PayoutBatch,
    PayoutLine,
    PayoutImport,
    ClaimBack,
    Netting,
    BillWatch,
    HospitalPayment,
    BookDifference,
    BookNote,
  ],
  migrations: [CreatePayouts1763769710000, CreatePayoutChecks1763769711000, ExtendPayoutChecks1763769726000],
  routes,
  start(app) {
    app.events.on(waiverReduced, owePart);
    app.events.on(refundUnclear, askAboutRefund);
    app.jobs.clean(watchBills);
    app.jobs.clean(reconcileRecent);
  },
};
