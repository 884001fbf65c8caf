import * as contract from '@contract/payouts';
import { type Route, route } from '@server/platform/route/route';
import { findBatch, findBatches } from './batch-view';
import { approveBatch, discardBatch, openFile } from './change-batch';
import { importResults } from './import-results';
import { countPayable, makeBatch } from './make-batch';
import { saveAccount } from './save-account';
import { findPayout } from './show-payout';

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
];
