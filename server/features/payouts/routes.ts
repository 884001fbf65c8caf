import * as checks from '@contract/payout-checks';
import * as contract from '@contract/payouts';
import { type Route, route } from '@server/platform/route/route';
import { findBatch, findBatches } from './batch-view';
import { approveBatch, discardBatch, openFile } from './change-batch';
import { claimBackByHand } from './claw-back';
import { importResults } from './import-results';
import { countPayable, makeBatch } from './make-batch';
import { findClaimBacks, takeReturned } from './money-returned';
import { reconcileNow, takePayment } from './reconcile';
import { recordRefund } from './record-refund';
import { saveAccount } from './save-account';
import { addNote, findDifferences } from './show-differences';
import { findPayout } from './show-payout';
import { findWrongAccounts } from './wrong-accounts';

export const routes: readonly Route[] = [
  route(contract.getPayout, { may: 'payout:account', audit: 'payout.read' }, (request, { claimId }) =>
    request.read(tx => findPayout(tx, claimId)),
  ),
  // Few: each asks the register of bills whether a name is that of the payer.
  route(
    contract.savePayoutAccount,
    { may: 'payout:account', audit: 'payout.save-account', perMinute: 10 },
    saveAccount,
  ),
  route(contract.countPayable, { may: 'payout:work', audit: 'payout.count' }, request => request.read(countPayable)),
  route(contract.listWrongAccounts, { may: 'payout:work', audit: 'payout.list-wrong-accounts' }, request =>
    request.read(findWrongAccounts),
  ),
  route(contract.makePayoutBatch, { may: 'payout:work', audit: 'payout.make-batch' }, request =>
    request.transaction(makeBatch),
  ),
  route(contract.listPayoutBatches, { may: 'payout:work', audit: 'payout.list' }, (request, { limit }) =>
    request.read(tx => findBatches(tx, limit)),
  ),
  route(contract.getPayoutBatch, { may: 'payout:work', audit: 'payout.read-batch' }, (request, { batchId }) =>
    request.read(tx => findBatch(tx, batchId)),
  ),
  route(contract.approvePayoutBatch, { may: 'payout:work', audit: 'payout.approve' }, (request, { batchId }) =>
    request.transaction(tx => approveBatch(tx, batchId)),
  ),
  route(contract.discardPayoutBatch, { may: 'payout:work', audit: 'payout.discard' }, (request, input) =>
    request.transaction(tx => discardBatch(tx, input)),
  ),
  route(contract.openPayoutFile, { may: 'payout:work', audit: 'payout.open-file' }, (request, { batchId }) =>
    request.transaction(tx => openFile(tx, batchId)),
  ),
  route(contract.importPayoutResults, { may: 'payout:work', audit: 'payout.import-results' }, importResults),
  route(checks.reconcileDay, { may: 'payout:work', audit: 'payout.reconcile' }, (request, input) =>
    request.transaction(tx => reconcileNow(tx, input)),
  ),
  route(checks.listBookDifferences, { may: 'payout:work', audit: 'payout.list-differences' }, (request, { limit }) =>
    request.read(tx => findDifferences(tx, limit)),
  ),
  route(checks.noteBookDifference, { may: 'payout:work', audit: 'payout.note-difference' }, (request, input) =>
    request.transaction(tx => addNote(tx, input)),
  ),
  route(checks.recordBillRefund, { may: 'payout:work', audit: 'payout.record-refund' }, (request, input) =>
    request.transaction(tx => recordRefund(tx, input)),
  ),
  route(checks.recordHospitalPayment, { may: 'payout:work', audit: 'payout.record-payment' }, (request, input) =>
    request.transaction(tx => takePayment(tx, input)),
  ),
  route(checks.listClaimBacks, { may: 'payout:work', audit: 'payout.list-claim-backs' }, (request, input) =>
    request.read(tx => findClaimBacks(tx, input)),
  ),
  route(checks.claimMoneyBack, { may: 'payout:work', audit: 'payout.claim-back' }, (request, input) =>
    request.transaction(tx => claimBackByHand(tx, input)),
  ),
  route(checks.recordMoneyReturned, { may: 'payout:work', audit: 'payout.record-returned' }, (request, input) =>
    request.transaction(tx => takeReturned(tx, input)),
  ),
];
