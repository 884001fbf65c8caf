import { cancelAppointment, confirmHold, holdSlot, listAppointments, moveAppointment } from '@contract/appointments';
import {
  countGroupBooking,
  createGroupBooking,
  listGroupBookings,
  openGroupBooking,
  releaseGroupBooking,
} from '@contract/group-bookings';
import { joinWaitlist, listWaitlist } from '@contract/waitlist';
import { aBookedDonor, aSignedInDonor } from '@server/testing/builders/appointments';
import { bookingFaults } from '@server/testing/builders/booking-faults';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import type { Site, Slot } from '@server/features/sites';

let test: TestApp;
let site: Site;
let slot: Slot;
let nurse: string;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  const station = await aStation(test);
  site = await aSite(test, station);
  slot = await aSlot(test, site, { onDate: daysAhead(test, 3), capacity: 3 });
  ({ token: nurse } = await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id }));
});
afterEach(async () => {
  const faults = await test.inTransaction(tx => bookingFaults(tx.em, [slot.id]));
  expect(faults).toEqual([]);
});

const type = 'whole_blood';
const releaseAt = '2026-03-06T01:00:00.000Z';
const plan = (given = {}) => ({
  ...{ siteId: site.id, type: type as 'whole_blood', name: '测试公司', releaseAt },
  ...{ times: [{ slotId: slot.id, places: 2 }] },
  ...given,
});
const create = (given = {}) => test.get(createGroupBooking, plan(given), { as: nurse });
const holdWith = async (groupCode?: string) => {
  const { token, personId } = await aSignedInDonor(test);
  const answer = await test.call(holdSlot, { slotId: slot.id, type, groupCode }, { as: token });
  return { token, personId, answer, code: answer.ok ? 'held' : answer.code, id: answer.ok ? answer.value.id : '' };
};
const counts = async (organiserCode: string) => (await test.get(countGroupBooking, { organiserCode }, {})).times[0];

describe('places kept for a group', () => {
  it('leave the public pool and are had by the code alone', async () => {
    const { memberCode } = await create();
    expect((await slotNow(test, slot.id)).booked).toBe(2);
    expect((await holdWith()).code).toBe('held');
    expect((await holdWith()).code).toBe('SLOT_FULL');
    expect((await holdWith(memberCode)).code).toBe('held');
    expect((await holdWith(` ${memberCode.slice(0, 4)}-${memberCode.slice(4).toLowerCase()}`)).code).toBe('held');
    expect((await holdWith(memberCode)).code).toBe('GROUP_FULL');
  });

  it('are booked by confirming, which names the group to the member', async () => {
    const { memberCode } = await create();
    const { token, id } = await holdWith(memberCode);
    const booking = await test.get(confirmHold, { appointmentId: id }, { as: token });
    expect(booking).toMatchObject({ state: 'booked', group: '测试公司' });
  });

  it('are the group’s again when a member cancels, and when a member moves to a public time', async () => {
    const { memberCode, organiserCode } = await create();
    const [one, two] = [await holdWith(memberCode), await holdWith(memberCode)];
    for (const { token, id } of [one, two]) await test.get(confirmHold, { appointmentId: id }, { as: token });
    expect(await counts(organiserCode)).toMatchObject({ places: 2, taken: 2 });
    await test.get(cancelAppointment, { appointmentId: one.id }, { as: one.token });
    expect(await counts(organiserCode)).toMatchObject({ taken: 1 });
    const open = await aSlot(test, site, { onDate: slot.onDate, startsAt: `${slot.onDate}T07:00:00.000Z` });
    const moved = await test.get(moveAppointment, { appointmentId: two.id, slotId: open.id }, { as: two.token });
    expect(moved.group).toBeNull();
    expect(await counts(organiserCode)).toMatchObject({ taken: 0 });
  });

  it('are not had by a wrong code that meets a hold of a public place, which stays', async () => {
    const { memberCode } = await create();
    const { token, answer } = await holdWith();
    const again = (groupCode: string) => test.call(holdSlot, { slotId: slot.id, type, groupCode }, { as: token });
    expect(await again('WRONG234')).toMatchObject({ status: 409, code: 'GROUP_CODE_NOT_VALID' });
    const { items } = await test.get(listAppointments, {}, { as: token });
    expect(items).toMatchObject([{ id: answer.ok ? answer.value.id : '', state: 'held', group: null }]);
    // The right one takes the group's place and gives the public one back.
    expect(await again(memberCode)).toMatchObject({ value: { state: 'held', group: '测试公司' } });
    expect(await again(memberCode)).toMatchObject({ value: { group: '测试公司' } });
    expect(await again('WRONG234')).toMatchObject({ code: 'GROUP_CODE_NOT_VALID' });
    expect((await holdWith()).code).toBe('held');
  });

  it('that are all taken leave the public hold of who comes with the code', async () => {
    const { memberCode } = await create({ times: [{ slotId: slot.id, places: 1 }] });
    const { token } = await holdWith();
    expect((await holdWith(memberCode)).code).toBe('held');
    const answer = await test.call(holdSlot, { slotId: slot.id, type, groupCode: memberCode }, { as: token });
    expect(answer).toMatchObject({ code: 'GROUP_FULL' });
    const { items } = await test.get(listAppointments, {}, { as: token });
    expect(items).toMatchObject([{ state: 'held', group: null }]);
  });

  it('open to everybody at the stated time, the waiting list first', async () => {
    const { memberCode, organiserCode } = await create();
    const member = await holdWith(memberCode);
    await test.get(confirmHold, { appointmentId: member.id }, { as: member.token });
    await aBookedDonor(test, { slot });
    const waiter = await aSignedInDonor(test);
    const wish = { siteId: site.id, type, days: [slot.onDate], from: '08:00', to: '20:00' } as const;
    await test.get(joinWaitlist, { ...wish, days: [...wish.days] }, { as: waiter.token });
    test.clock.set(releaseAt);
    await test.drain();
    expect(await counts(organiserCode)).toMatchObject({ places: 1, taken: 1 });
    const { token } = await asCitizen(test, waiter);
    expect((await test.get(listWaitlist, {}, { as: token })).items).toMatchObject([{ state: 'offered' }]);
    expect((await holdWith(memberCode)).code).toBe('GROUP_CODE_NOT_VALID');
    // A place of a member that comes back now is the public's.
    const again = await asCitizen(test, member);
    await test.get(cancelAppointment, { appointmentId: member.id }, { as: again.token });
    expect((await slotNow(test, slot.id)).booked).toBe(2);
  });

  it('are let go by staff before that, once', async () => {
    const { group } = await create();
    const release = () => test.call(releaseGroupBooking, { groupId: group.id }, { as: nurse });
    const codes = (await Promise.all([release(), release()])).map(answer => (answer.ok ? 'released' : answer.code));
    expect(codes.sort()).toEqual(['ALREADY_RELEASED', 'released']);
    expect((await slotNow(test, slot.id)).booked).toBe(0);
  });

  it('never exceed the quota, whoever asks at the same moment', async () => {
    const { memberCode, organiserCode } = await create();
    const codes = (await Promise.all(Array.from({ length: 12 }, () => holdWith(memberCode)))).map(({ code }) => code);
    expect(codes.filter(code => code === 'held')).toHaveLength(2);
    expect(await counts(organiserCode)).toMatchObject({ taken: 2 });
  });
});

describe('a group', () => {
  it('shows its organiser counts and nothing about people', async () => {
    const { memberCode, organiserCode } = await create();
    const member = await holdWith(memberCode);
    const text = JSON.stringify(await test.get(countGroupBooking, { organiserCode }, {}));
    for (const secret of [member.personId, member.id, memberCode]) expect(text).not.toContain(secret);
  });

  it('is opened by members with their code, not with the organiser’s', async () => {
    const { memberCode, organiserCode, group } = await create();
    const { token } = await aSignedInDonor(test);
    expect(await test.get(openGroupBooking, { memberCode }, { as: token })).toEqual(group);
    expect(await test.call(openGroupBooking, { memberCode: organiserCode }, { as: token })).toMatchObject({
      code: 'GROUP_CODE_NOT_VALID',
    });
    expect(await test.call(countGroupBooking, { organiserCode: memberCode }, {})).toMatchObject({
      code: 'GROUP_CODE_NOT_VALID',
    });
  });

  it('is listed with its codes to the station alone', async () => {
    const { group, memberCode, organiserCode } = await create();
    expect((await test.get(listGroupBookings, {}, { as: nurse })).items).toEqual([
      { group, memberCode, organiserCode },
    ]);
    const stranger = await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id });
    expect((await test.get(listGroupBookings, {}, { as: stranger.token })).items).toEqual([]);
    expect(await test.call(releaseGroupBooking, { groupId: group.id }, { as: stranger.token })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await test.call(createGroupBooking, plan(), { as: stranger.token })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['more places than are free', 'SLOT_FULL', () => ({ times: [{ slotId: slot.id, places: 4 }] })],
    ['a release at the first of its times', 'RELEASE_TOO_LATE', () => ({ releaseAt: slot.startsAt })],
    ['a release in the past', 'RELEASE_TOO_LATE', () => ({ releaseAt: testStart })],
    ['the same time twice', 'INVALID_INPUT', () => ({ times: [1, 1].map(places => ({ slotId: slot.id, places })) })],
  ] as const)('is refused with %s', async (_what, code, given) => {
    expect(await test.call(createGroupBooking, plan(given()), { as: nurse })).toMatchObject({ code });
    expect((await slotNow(test, slot.id)).booked).toBe(0);
  });
});
