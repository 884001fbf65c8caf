import { aDesk, aLastClaim, lastQuotaFen, settleAt } from '@server/testing/builders/last-millilitres';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { simulatedRegisters } from '@server/testing/builders/waivers';
import { startTestApp } from '@server/testing/test-app';
import { WaiverClaim } from './waiver-claim.entity';

/** The turn without its conditional update: everybody reads the balance, and everybody writes. */
jest.mock('./waiver-account', () => ({
  takeTurn: () => Promise.resolve({ turn: Math.floor(Math.random() * 2 ** 30), dueOn: '', ordinal: 0, groupNo: 0 }),
}));

// On SQLite transactions take turns, so the look alone is enough there.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('without the turn of the account', () => {
  it('the crowd of the proof spends more than there is, and the check of the proof says so', async () => {
    const { register, platform, adapters } = await simulatedRegisters();
    const test = await startTestApp({ adapters });
    try {
      const desks = [await aDesk(test), await aDesk(test)];
      const { donor, bills } = await aLastClaim(test, register, desks, test.baseUrl);
      await Promise.all(bills.map(bill => settleAt(test.baseUrl, bill)));
      const claims = await test.inTransaction(tx => tx.em.findBy(WaiverClaim, { donorId: donor.personId }));
      const waived = claims.reduce((fen, claim) => (claim.state === 'paid' ? fen + (claim.waivedFen ?? 0) : fen), 0);
      expect(waived).toBeGreaterThan(lastQuotaFen);
      const faults = await test.inTransaction(tx => ledgerFaults(tx.em));
      expect(faults.some(fault => /^(more given|more used|below zero)/.test(fault))).toBe(true);
    } finally {
      await test.close();
      await platform.close();
    }
  }, 60_000);
});
