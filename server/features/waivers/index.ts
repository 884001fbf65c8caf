import { CreateWaivers1763769617000 } from '@server/migrations/20261122-017-create-waivers';
import { CreateWaiverLedger1763769690000 } from '@server/migrations/20261123-090-create-waiver-ledger';
import { AddWaiverEvidence1763769695000 } from '@server/migrations/20261123-095-add-waiver-evidence';
import { CreateSettlementBooks1763769706000 } from '@server/migrations/20261123-106-create-settlement-books';
import { AddWaiverReview1763769700000 } from '@server/migrations/20261123-100-add-waiver-review';
import { donationsChanged } from '@server/features/donations';
import { CreateDeskCode1763769708000 } from '@server/migrations/20261123-108-create-desk-code';
import { AddCrossings1763769713000 } from '@server/migrations/20261123-113-add-crossings';
import type { Feature } from '@server/platform/feature';
import { checkClaim, handOverClaim } from './check-claim';
import { checkClaimJob } from './check-claim-job';
import { endMaterial, materialDueJob } from './ask-for-material';
import { expireConsent } from './answer-consent';
import { consentExpiredJob } from './kinship-consent';
import { AddBillRefunds1763769725000 } from '@server/migrations/20261123-125-add-bill-refunds';
import { BillRefund } from './bill-refund.entity';
import { CreateDeskConsent1763769727000 } from '@server/migrations/20261123-127-create-desk-consent';
import { DeskCode } from './desk-code.entity';
import { DeskConsent } from './desk-consent.entity';
import { HospitalBook } from './hospital-book.entity';
import { HospitalBookRow } from './hospital-book-row.entity';
import { followDonations, followTime } from './ledger-follow';
import { startLeaving } from './person-leaves';
import { routes } from './routes';
import { SettlementEntry } from './settlement-entry.entity';
import { WaiverAccount } from './waiver-account.entity';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverClaimFile } from './waiver-claim-file.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverCommitment } from './waiver-commitment.entity';
import { WaiverConsent } from './waiver-consent.entity';
import { WaiverCrossing } from './waiver-crossing.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverPosting } from './waiver-posting.entity';
import { WaiverShortfall } from './waiver-shortfall.entity';
import { WaiverAppeal } from './waiver-appeal.entity';
import { WaiverMaterial } from './waiver-material.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';
import { WaiverStep } from './waiver-step.entity';

export { countClaimsWaiting } from './count-waiting';
export { findTies } from './find-ties';
export { replayCases } from './ledger-replay';
export { askForBills } from './check-claim';
export { addStep, claimPage, moveClaim } from './claim-progress';
export { enterMovement } from './enter-movement';
export { yuan } from './explain-entitlement';
export { compareBooks, findTheirTotals } from './compare-books';
export { findEntries, totalsOf } from './find-day-file';
export { releaseBills } from './hold-bills';
export { type Party, openParty } from './parties';
export { readBillsAgain } from './read-bills-again';
export { followRefunds, waiverReduced } from './reduce-waiver';
export { refundUnclear, takeRefund } from './take-refund';
export { postClawedBack, postPaid, returnWaiver } from './spend-waiver';
export { takeTurn } from './waiver-account';
export { addWorkingDays } from './working-days';
export { HospitalBook, SettlementEntry, WaiverBill, WaiverClaim };

export const waivers: Feature = {
  name: 'waivers',
  entities: [
    WaiverClaim,
    WaiverClaimFile,
    WaiverCrossing,
    WaiverEvidence,
    WaiverBill,
    WaiverBillBalance,
    WaiverConsent,
    WaiverCommitment,
    WaiverPosting,
    WaiverAccount,
    WaiverShortfall,
    WaiverStep,
    WaiverReviewDecision,
    WaiverMaterial,
    WaiverAppeal,
    SettlementEntry,
    HospitalBook,
    HospitalBookRow,
    DeskCode,
    BillRefund,
    DeskConsent,
  ],
  migrations: [
    CreateWaivers1763769617000,
    CreateWaiverLedger1763769690000,
    AddWaiverEvidence1763769695000,
    AddWaiverReview1763769700000,
    CreateSettlementBooks1763769706000,
    CreateDeskCode1763769708000,
    AddCrossings1763769713000,
    AddBillRefunds1763769725000,
    CreateDeskConsent1763769727000,
  ],
  routes,
  start(app) {
    app.events.on(donationsChanged, (tx, { personIds }) => followDonations(tx, personIds));
    startLeaving(app);
    app.jobs.clean(followTime);
    app.jobs.handle(checkClaimJob, checkClaim, handOverClaim);
    app.jobs.handle(consentExpiredJob, expireConsent);
    app.jobs.handle(materialDueJob, endMaterial);
  },
};
