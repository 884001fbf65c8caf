import { aSignedInDonor } from '@server/testing/builders/appointments';
import { bookingFaults } from '@server/testing/builders/booking-faults';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { countOf, rush } from '@server/testing/builders/rush';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import { startTestApp } from '@server/testing/test-app';
import { type Slot } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';

/** The statement that takes a place, without its condition: what a look before and a change after would be. */
jest.mock('@server/features/sites/take-place', () => ({
  ...jest.requireActual<Record<string, unknown>>('@server/features/sites/take-place'),
  takePlace: async (tx: Tx, slotId: string) => {
    const { Slot: table } = jest.requireActual<{ Slot: typeof Slot }>('@server/features/sites/slot.entity');
    await tx.em
      .createQueryBuilder()
      .update(table)
      .set({ booked: () => 'booked + 1' })
      .where('id = :slotId', { slotId })
      .execute();
    return true;
  },
}));

// On SQLite transactions take turns, so the look alone is enough there.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('without the condition in the statement', () => {
  it('the crowd of the proof takes more places than there are, and the check of the proof says so', async () => {
    const test = await startTestApp();
    try {
      const site = await aSite(test, await aStation(test));
      const tokens: string[] = [];
      for (let n = 0; n < 60; n++) tokens.push((await aSignedInDonor(test)).token);
      const slot = await aSlot(test, site, { capacity: 1 });
      const { booked = 0 } = countOf(await rush([test.baseUrl], tokens, slot.id));
      expect(booked).toBeGreaterThan(1);
      expect((await slotNow(test, slot.id)).booked).toBe(booked);
      expect(await test.inTransaction(tx => bookingFaults(tx.em, [slot.id]))).toEqual([`${booked} places taken of 1`]);
    } finally {
      await test.close();
    }
  }, 120_000);
});
