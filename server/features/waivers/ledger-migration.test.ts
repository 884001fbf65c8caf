import { getEntitlement } from '@contract/waivers';
import { CreateWaiverLedger1763769690000 } from '@server/migrations/20261123-090-create-waiver-ledger';
import { newId } from '@server/platform/ids';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { aDonor } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { aDonation } from '@server/testing/builders/waivers';
import { startTestApp } from '@server/testing/test-app';
import { spendWaiver } from './spend-waiver';

it('what was used before the ledger stands in it, and what was returned does not', async () => {
  const test = await startTestApp();
  try {
    const donor = await aDonor(test);
    const donation = await aDonation(test, donor, '2024-01-10');
    const runner = test.app.db.source.createQueryRunner();
    const migration = new CreateWaiverLedger1763769690000();
    await migration.down(runner);
    const [kept, returned] = [newId(), newId()];
    const rows = [
      [kept, 'spend', 100, 1],
      [returned, 'spend', 50, 2],
      [returned, 'return', 50, 3],
    ] as const;
    for (const [claim, direction, ml, turn] of rows)
      await runner.query(
        `INSERT INTO waiver_posting (id, donor_id, donation_id, claim_id, pool, direction, ml, turn, ordinal, at)
         VALUES ('${newId()}', '${donor.personId}', '${donation.id}', '${claim}', 'relative', '${direction}', ${ml}, ${turn}, 0, '2025-05-05T01:00:00.000Z')`,
      );
    await runner.query(
      `INSERT INTO waiver_account (donor_id, turn, updated_at) VALUES ('${donor.personId}', 3, '2025-05-05T01:00:00.000Z')`,
    );
    await migration.up(runner);
    await runner.release();
    const claim = { id: newId(), relation: 'parent' as const, usedOn: '2026-03-01', bloodFeeFen: 11_000 };
    await test.inTransaction(tx => spendWaiver(tx, { ...claim, donorId: donor.personId }));
    const { token } = await asCitizen(test, donor);
    const { ledger, relatives } = await test.get(getEntitlement, {}, { as: token });
    expect(ledger).toMatchObject({ earnedMl: 1400, usedByRelativesMl: 200, reversedMl: 50, shortMl: 0 });
    expect(relatives.quotaMl).toBe(200);
    const faults = await test.inTransaction(tx => ledgerFaults(tx.em));
    // The claims of this test are not there.
    expect(faults.filter(fault => !fault.startsWith('lines of a claim'))).toEqual([]);
  } finally {
    await test.close();
  }
});
