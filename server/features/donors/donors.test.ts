import { aPerson } from '@server/testing/builders/people';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { activeDeferrals, addDeferral, ensureDonor, findDonor, newCertificateNumber } from '.';
import { certificateCheckDigit } from './certificate-number';
import { Deferral } from './deferral.entity';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('a certificate number', () => {
  it('is ZJ, twelve random digits and a check digit', () => {
    const numbers = Array.from({ length: 200 }, newCertificateNumber);
    expect(new Set(numbers).size).toBe(200);
    for (const number of numbers) {
      expect(number).toMatch(/^ZJ\d{13}$/);
      expect(number.at(-1)).toBe(certificateCheckDigit(number.slice(2, -1)));
    }
  });

  it('shows every single wrong digit', () => {
    const digits = '079462135880';
    for (let at = 0; at < digits.length; at++)
      for (let by = 1; by < 10; by++) {
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(certificateCheckDigit(wrong)).not.toBe(certificateCheckDigit(digits));
      }
  });

  // The published example of ISO 7064 MOD 11,10.
  it('has the check digit of the standard', () => expect(certificateCheckDigit('0794')).toBe('5'));
});

describe('a donor record', () => {
  it('is made once, with one certificate number, also by several requests at once', async () => {
    const { personId } = await aPerson(test);
    const made = await Promise.all(
      [1, 2, 3].map(() => test.inTransaction(tx => ensureDonor(tx, personId, { abo: 'O', rhd: 'negative' }))),
    );
    expect(new Set(made.map(donor => donor.certificateNumber)).size).toBe(1);
  });

  it('takes a newer group and station and keeps what nobody says', async () => {
    const { personId } = await aPerson(test);
    await test.inTransaction(tx => ensureDonor(tx, personId, { abo: 'O', rhd: 'negative' }));
    await test.inTransaction(tx => ensureDonor(tx, personId, { abo: 'B', stationId: 'station' }));
    const donor = await test.inTransaction(tx => findDonor(tx, personId));
    expect(donor).toMatchObject({ abo: 'B', rhd: 'negative', homeStationId: 'station' });
  });

  it('does not exist before the first donation', async () => {
    const { personId } = await aPerson(test);
    expect(await test.inTransaction(tx => findDonor(tx, personId))).toBeNull();
  });
});

describe('a deferral', () => {
  it('holds until the day on which donating is possible again, the longest first', async () => {
    const { personId } = await aPerson(test);
    const defer = (ruleId: string, untilOn: string | null) =>
      test.inTransaction(tx => addDeferral(tx, { personId, ruleId, reason: '测试原因', untilOn }));
    await defer('T-1', '2026-03-10');
    await defer('T-2', '2026-06-01');
    const on = (day: string) => test.inTransaction(tx => activeDeferrals(tx, personId, day));
    expect((await on('2026-03-09')).map(({ ruleId }) => ruleId)).toEqual(['T-2', 'T-1']);
    expect((await on('2026-03-10')).map(({ ruleId }) => ruleId)).toEqual(['T-2']);
    expect(await on('2026-06-01')).toEqual([]);
    await defer('P-1', null);
    expect(await on('2040-01-01')).toMatchObject([
      { ruleId: 'P-1', reason: '测试原因', untilOn: null, permanent: true },
    ]);
  });

  it('that was ended holds no more', async () => {
    const { personId } = await aPerson(test);
    const deferral = { personId, ruleId: 'T-1', reason: '测试原因', untilOn: '2026-06-01' };
    const id = await test.inTransaction(tx => addDeferral(tx, deferral));
    await test.inTransaction(tx => tx.em.update(Deferral, { id }, { endedAt: tx.now }));
    expect(await test.inTransaction(tx => activeDeferrals(tx, personId, '2026-03-09'))).toEqual([]);
  });

  it('stores its reason under the key for health data', async () => {
    const { personId } = await aPerson(test);
    const deferral = { personId, ruleId: 'T-1', reason: '测试原因', untilOn: null };
    const id = await test.inTransaction(tx => addDeferral(tx, deferral));
    const { reasonSealed } = await test.inTransaction(tx => tx.em.findOneByOrFail(Deferral, { id }));
    expect(reasonSealed).not.toContain('测试');
    expect(test.app.crypto.open('health', reasonSealed)).toBe('测试原因');
    expect(() => test.app.crypto.open('identity', reasonSealed)).toThrow();
  });
});
