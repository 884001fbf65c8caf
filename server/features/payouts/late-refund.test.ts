import { getPayoutBatch, makePayoutBatch } from '@contract/payouts';
import { getClaim } from '@contract/waivers';
import type * as consent from '@server/features/consent';
import { takeRefund } from '@server/features/waivers';
import type { Tx } from '@server/platform/tx';
import { claimsTest, saveAccountOf } from '@server/testing/builders/payouts';
import { asStaff } from '@server/testing/builders/sessions';

/** What another transaction does after the batch has listed its claims and before it has the donor's turn. */
let mockMeanwhile: ((tx: Tx) => Promise<unknown>) | undefined;
jest.mock('@server/features/consent', () => {
  const actual = jest.requireActual<typeof consent>('@server/features/consent');
  const hasConsent: typeof actual.hasConsent = async (tx, ...asked) => {
    const act = mockMeanwhile;
    mockMeanwhile = undefined;
    await act?.(tx);
    return actual.hasConsent(tx, ...asked);
  };
  return { ...actual, hasConsent };
});

const world = claimsTest();

it('a refund between the list of claims and the lock makes the transfer smaller', async () => {
  const { test } = world;
  const claim = await world.approvedClaim();
  await saveAccountOf(test, claim);
  const { code: billCode, number: billNumber } = claim.bill;
  const refund = { refundNumber: 'TF-0001', refundedOn: '2026-03-05', bloodFen: 30_000, totalFen: 30_000 };
  mockMeanwhile = tx => takeRefund(tx, { billCode, billNumber, hospitalId: world.hospital.id, ...refund });
  const as = (await asStaff(test, 'operator')).token;
  const { id: batchId, totalFen } = await test.get(makePayoutBatch, {}, { as });
  const { waivedFen } = await test.get(getClaim, { claimId: claim.claimId }, { as: claim.token });
  const { lines } = await test.get(getPayoutBatch, { batchId }, { as });
  expect({ waivedFen, totalFen, lines: lines.map(({ amountFen }) => amountFen) }).toEqual({
    waivedFen: 70_000,
    totalFen: 70_000,
    lines: [70_000],
  });
});
