import { listClaimsForReview, listReviewCities } from '@contract/waiver-review';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { aClaimForReview } from '@server/testing/builders/reviews';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aDonation, agreesToLookUps } from '@server/testing/builders/waivers';
import type { Organization } from '@server/features/organizations';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import type { TestApp } from '@server/testing/test-app';

const world = waiverWorld();
let test: TestApp;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;
let token: string;
let reviewer: string;

beforeEach(async () => {
  ({ test, hospital } = world);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  await later(0);
});

/** Tokens end after a quarter of an hour of the test's clock. */
const later = async (seconds: number) => {
  test.clock.advance(seconds);
  token = (await asCitizen(test, patient)).token;
  reviewer = (await asStaff(test, 'reviewer')).token;
};
const handed = (admittedOn: string) => aClaimForReview(test, { donor, hospital, token, admittedOn });
const queue = (input = {}) => test.get(listClaimsForReview, input, { as: reviewer });

describe('the queue', () => {
  it('has who waited longest first, with working days and the day promised, page by page', async () => {
    const first = await handed('2026-02-01');
    await later(3 * 24 * 3600);
    const second = await handed('2026-02-02');
    await later(24 * 3600);
    const page = await queue({ limit: '1' });
    expect(page.items).toMatchObject([
      // Thursday to Monday: two working days; promised for Tuesday.
      { id: first, workingDaysWaited: 2, dueOn: '2026-03-10', overdue: false, stage: 'first' },
    ]);
    const rest = await queue({ limit: '1', cursor: page.nextCursor ?? '' });
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[second], null]);
    await later(2 * 24 * 3600);
    expect((await queue()).items.map(({ overdue }) => overdue)).toEqual([true, false]);
  });

  it('is filtered by reason and by the city of the hospital', async () => {
    const id = await handed('2026-03-01');
    const ids = async (input: object) => (await queue(input)).items.map(item => item.id);
    expect(await ids({ reason: 'kinship_not_found', city: hospital.city })).toEqual([id]);
    expect(await ids({ reason: 'kinship_step' })).toEqual([]);
    expect(await ids({ city: '没有这个市' })).toEqual([]);
    expect(await test.get(listReviewCities, {}, { as: reviewer })).toEqual({
      cities: [{ city: hospital.city, count: 1 }],
      reasons: [
        { reason: 'kinship_not_found', count: 1 },
        { reason: 'bill_not_found', count: 1 },
      ],
    });
  });
});
