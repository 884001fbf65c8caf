import * as refunds from '@contract/bill-refunds';
import * as books from '@contract/hospital-books';
import * as desk from '@contract/hospital-desk';
import * as evidence from '@contract/waiver-evidence';
import * as files from '@contract/waiver-files';
import * as review from '@contract/waiver-review';
import * as contract from '@contract/waivers';
import { isUniqueViolation } from '@server/platform/db/errors';
import { type Route, route } from '@server/platform/route/route';
import { organizationOf } from '@server/platform/actor';
import { appealClaim } from './appeal-claim';
import { giveMaterial } from './ask-for-material';
import { answerConsent, findConsentRequests } from './answer-consent';
import { findCommitment, signCommitment } from './commitment';
import { listFiles } from './claim-files';
import { compareBooks } from './compare-books';
import { confirmDecision } from './confirm-decision';
import { decideClaim } from './decide-claim';
import { deliverBooks } from './deliver-books';
import { makeDeskCode, openDeskCode } from './desk-code';
import { enterBill } from './enter-bill';
import { findClaim, findOwnClaims } from './find-claims';
import { findDayFile } from './find-day-file';
import { findDeskBills } from './find-desk-bills';
import { findEntitlement } from './find-entitlement';
import { findHospitals } from './find-hospitals';
import { findOwnEntitlement } from './find-own-entitlement';
import { findOwnSettlement, findSettlements } from './find-settlements';
import { findClaimsForReview, findReviewCities } from './find-reviews';
import { returnReview, takeReview } from './hold-review';
import { openReview } from './open-review';
import { findLinkedRelatives } from './known-kinship';
import { passClaim, withdrawClaim } from './leave-claim';
import { previewPatient } from './preview-patient';
import { prepareSettlement } from './prepare-settlement';
import { proveKinship } from './prove-kinship';
import { recordDonorAnswer } from './record-donor-answer';
import { reverseSettlement } from './reverse-settlement';
import { repeatSettlement, settleWaiver } from './settle-waiver';
import { showPreview } from './show-settlement';
import { startClaim } from './start-claim';
import { startCrossClaim } from './start-cross-claim';
import { takeHospitalRefund } from './take-refund';

/** A busy discharge desk settles a few a minute; far more would be somebody asking who is a donor. */
const deskPerMinute = 60;

export const routes: readonly Route[] = [
  route(contract.getEntitlement, { may: 'eligibility:read-own', audit: 'waiver.read-entitlement' }, (request, input) =>
    request.read(tx => findOwnEntitlement(tx, input)),
  ),
  route(contract.startClaim, { may: 'waiver:claim', audit: 'waiver.claim', perMinute: 10 }, (request, input) =>
    request.transaction(tx => startClaim(tx, input)),
  ),
  route(files.startCrossClaim, { may: 'waiver:claim', audit: 'waiver.claim-cross', perMinute: 10 }, (request, input) =>
    request.transaction(tx => startCrossClaim(tx, input)),
  ),
  route(
    files.listClaimFiles,
    { may: 'waiver:read-claim', audit: 'waiver.list-files', perMinute: 60 },
    (request, input) => request.read(tx => listFiles(tx, input)),
  ),
  route(contract.listClaims, { may: 'waiver:claim', audit: 'waiver.list' }, request => request.read(findOwnClaims)),
  route(contract.getClaim, { may: 'waiver:read-claim', audit: 'waiver.read' }, (request, input) =>
    request.read(tx => findClaim(tx, input)),
  ),
  route(evidence.listConsentRequests, { may: 'waiver:claim', audit: 'waiver.list-consents' }, request =>
    request.read(findConsentRequests),
  ),
  route(evidence.listLinkedRelatives, { may: 'waiver:claim', audit: 'waiver.list-relatives' }, request =>
    request.read(findLinkedRelatives),
  ),
  route(evidence.answerConsentRequest, { may: 'waiver:claim', audit: 'waiver.answer-consent' }, (request, input) =>
    request.transaction(tx => answerConsent(tx, input)),
  ),
  route(evidence.getCommitment, { may: 'waiver:read-claim', audit: 'waiver.read-commitment' }, (request, input) =>
    request.read(tx => findCommitment(tx, input)),
  ),
  route(
    evidence.signCommitment,
    { may: 'waiver:claim', audit: 'waiver.sign-commitment', perMinute: 10 },
    (request, input) => request.transaction(tx => signCommitment(tx, input)),
  ),
  route(evidence.passToReviewer, { may: 'waiver:claim', audit: 'waiver.pass' }, (request, input) =>
    request.transaction(tx => passClaim(tx, input)),
  ),
  route(evidence.withdrawClaim, { may: 'waiver:claim', audit: 'waiver.withdraw' }, (request, input) =>
    request.transaction(tx => withdrawClaim(tx, input)),
  ),
  route(review.appealClaim, { may: 'waiver:claim', audit: 'waiver.appeal', perMinute: 10 }, (request, input) =>
    request.transaction(tx => appealClaim(tx, input)),
  ),
  route(review.giveMaterial, { may: 'waiver:claim', audit: 'waiver.give-material', perMinute: 10 }, (request, input) =>
    request.transaction(tx => giveMaterial(tx, input)),
  ),
  route(review.listClaimsForReview, { may: 'waiver:review', audit: 'waiver.list-review' }, (request, input) =>
    request.read(tx => findClaimsForReview(tx, input)),
  ),
  route(review.listReviewCities, { may: 'waiver:review', audit: 'waiver.count-review' }, request =>
    request.read(findReviewCities),
  ),
  // A transaction although nothing changes: who opened a file stands in the audit.
  route(review.openReview, { may: 'waiver:review', audit: 'waiver.open-review' }, (request, input) =>
    request.transaction(tx => openReview(tx, input)),
  ),
  route(review.takeReview, { may: 'waiver:review', audit: 'waiver.take-review' }, (request, input) =>
    request.transaction(tx => takeReview(tx, input)),
  ),
  route(review.returnReview, { may: 'waiver:review', audit: 'waiver.return-review' }, (request, input) =>
    request.transaction(tx => returnReview(tx, input)),
  ),
  route(review.decideClaim, { may: 'waiver:review', audit: 'waiver.decide' }, (request, input) =>
    request.transaction(tx => decideClaim(tx, input)),
  ),
  route(review.confirmDecision, { may: 'waiver:review', audit: 'waiver.confirm' }, (request, input) =>
    request.transaction(tx => confirmDecision(tx, input)),
  ),
  route(review.recordDonorAnswer, { may: 'waiver:review', audit: 'waiver.record-donor-answer' }, (request, input) =>
    request.transaction(tx => recordDonorAnswer(tx, input)),
  ),
  route(review.enterBill, { may: 'waiver:review', audit: 'waiver.enter-bill' }, (request, input) =>
    request.transaction(tx => enterBill(tx, input)),
  ),
  route(contract.listHospitals, { may: 'hospital:list', audit: 'hospital.list' }, (request, input) =>
    request.read(tx => findHospitals(tx, input)),
  ),
  route(
    contract.previewSettlement,
    { may: 'waiver:settle', audit: 'waiver.preview', perMinute: deskPerMinute },
    async (request, input) => {
      const prepared = await request.read(tx => prepareSettlement(tx, input));
      await proveKinship(request.app, prepared);
      // A transaction although nothing changes: who looked a donor's entitlement up stands in the audit.
      return request.transaction(async tx => {
        tx.subject(prepared.donorId);
        const { donorId, relation } = prepared;
        return showPreview(await findEntitlement(tx, donorId, relation, input.dischargedOn), prepared);
      });
    },
  ),
  route(
    contract.settleWaiver,
    { may: 'waiver:settle', audit: 'waiver.settle', perMinute: deskPerMinute },
    async (request, input) => {
      const prepared = await request.read(tx => prepareSettlement(tx, input));
      const { earlier } = prepared;
      if (earlier) return request.read(tx => repeatSettlement(tx, earlier, input));
      const proof = await proveKinship(request.app, prepared);
      try {
        return await request.transaction(tx => settleWaiver(tx, prepared, proof));
      } catch (error) {
        // A twin with another donor took the reference or the bill in the same moment: answer as if it had come first.
        if (!isUniqueViolation(error, 'waiver')) throw error;
        return request.transaction(tx => settleWaiver(tx, prepared, proof));
      }
    },
  ),
  route(contract.reverseSettlement, { may: 'waiver:settle', audit: 'waiver.reverse' }, (request, input) =>
    request.transaction(tx => reverseSettlement(tx, input)),
  ),
  route(
    refunds.reportRefund,
    { may: 'waiver:settle', audit: 'waiver.refund', perMinute: deskPerMinute },
    async (request, input) => {
      try {
        return await request.transaction(tx => takeHospitalRefund(tx, input));
      } catch (error) {
        // The hospital told it twice in the same moment: the second time answers as the first.
        if (!isUniqueViolation(error, 'bill_refund')) throw error;
        return request.transaction(tx => takeHospitalRefund(tx, input));
      }
    },
  ),
  route(
    contract.previewPatient,
    { may: 'waiver:settle', audit: 'waiver.preview-patient', perMinute: deskPerMinute },
    // A transaction although nothing changes: who looked somebody up stands in the audit.
    (request, input) => request.transaction(tx => previewPatient(tx, input)),
  ),
  route(contract.getSettlement, { may: 'waiver:settle', audit: 'waiver.read-settlement' }, (request, input) =>
    request.read(tx => findOwnSettlement(tx, input)),
  ),
  route(desk.makeDeskCode, { may: 'waiver:claim', audit: 'waiver.make-desk-code', perMinute: 10 }, request =>
    request.transaction(makeDeskCode),
  ),
  route(
    desk.openDeskCode,
    { may: 'waiver:desk', audit: 'waiver.open-desk-code', perMinute: deskPerMinute },
    (request, input) => request.transaction(tx => openDeskCode(tx, input)),
  ),
  route(
    desk.findDeskBills,
    { may: 'waiver:desk', audit: 'waiver.find-desk-bills', perMinute: deskPerMinute },
    findDeskBills,
  ),
  route(books.getDayFile, { may: 'waiver:settle', audit: 'books.read-day' }, (request, input) =>
    request.read(tx => findDayFile(tx, input)),
  ),
  route(books.deliverBooks, { may: 'waiver:settle', audit: 'books.deliver', perMinute: 10 }, (request, input) =>
    request.transaction(tx => deliverBooks(tx, input)),
  ),
  route(books.compareBooks, { may: 'waiver:settle', audit: 'books.compare' }, (request, { on }) =>
    request.read(tx => compareBooks(tx, organizationOf(tx.actor), on)),
  ),
  route(contract.listSettlements, { may: 'waiver:settle', audit: 'waiver.list-settlements' }, (request, input) =>
    request.read(tx => findSettlements(tx, input)),
  ),
];
