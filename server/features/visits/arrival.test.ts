import { cancelAppointment, listAppointments } from '@contract/appointments';
import { checkIn, getArrivalCode, getMyVisit, getWaitingRoom, listTodaysVisits } from '@contract/visits';
import { ruleText } from './queue-order';
import { addDeferral } from '@server/features/donors';
import { aBookedDonor, aSignedInDonor, submitForm } from '@server/testing/builders/appointments';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot, daysAhead } from '@server/testing/builders/sites';
import { aWalkIn, aWard, checkInDonor, type Ward } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { messageDue } from '@server/platform/notify';

let test: TestApp;
let ward: Ward;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
});

const codeOf = async (token: string) => (await test.get(getArrivalCode, {}, { as: token })).text;
const scan = (code: string, type?: 'whole_blood' | 'platelets', nurse = ward.nurse) =>
  test.call(checkIn, { code, type }, { as: nurse });

describe('the arrival code', () => {
  it('holds nothing that can be read, and changes with every showing', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    const [one, two] = [await codeOf(donor.token), await codeOf(donor.token)];
    expect(one).not.toBe(two);
    for (const known of [donor.personId, donor.name, donor.document.docNumber])
      expect(Buffer.from(one, 'base64url').toString('latin1') + one).not.toContain(known);
    expect(one.length).toBeLessThanOrEqual(200);
  });

  it('works for five minutes', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    const { text, expiresAt, serverTime } = await test.get(getArrivalCode, {}, { as: donor.token });
    expect(Date.parse(expiresAt) - Date.parse(serverTime)).toBe(300_000);
    test.clock.set(expiresAt);
    expect(await scan(text)).toMatchObject({ code: 'CODE_NOT_VALID' });
    test.clock.advance(-0.001);
    expect((await scan(text)).ok).toBe(true);
  });

  it.each([
    ['made up', async () => 'A1.dev.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of no kind', async () => 'just some words'],
    ['changed in one place', async (text: string) => text.slice(0, -3) + (text.endsWith('AAA') ? 'BBB' : 'AAA')],
    ['without its prefix', async (text: string) => text.slice(3)],
    ['sealed for something else', async () => `A1.${test.app.crypto.seal('secret', 'other 1 9999')}`],
    ['sealed with another key', async () => `A1.${test.app.crypto.seal('identity', 'arrival 1 9999')}`],
  ])('is refused when %s', async (_what, spoil) => {
    const donor = await aBookedDonor(test, { site: ward.site });
    expect(await scan(await spoil(await codeOf(donor.token)))).toMatchObject({ status: 409, code: 'CODE_NOT_VALID' });
  });
});

describe('check-in', () => {
  it('of a booked donor gives a number and shows what the desk needs', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    await submitForm(test, donor);
    expect(await checkInDonor(test, ward, donor)).toMatchObject({
      number: 'A001',
      state: 'waiting',
      type: 'whole_blood',
      maskedName: '*试甲',
      sex: donor.sex,
      bloodGroup: { abo: 'A', rhd: 'positive' },
      booked: true,
      arrivedAt: test.clock.now(),
      questionnaire: { outcome: 'clear', findings: [] },
    });
    const { items } = await test.get(listAppointments, {}, { as: donor.token });
    expect(items[0]).toMatchObject({ state: 'checked_in', canChange: false });
  });

  it('counts whole blood and platelets apart, each day from one', async () => {
    expect((await aWalkIn(test, ward)).visit.number).toBe('A001');
    expect((await aWalkIn(test, ward, 'platelets')).visit.number).toBe('B001');
    expect((await aWalkIn(test, ward)).visit.number).toBe('A002');
    expect((await aWalkIn(test, await aWard(test))).visit.number).toBe('A001');
    test.clock.set('2026-03-06T01:00:00.000Z');
    const nurse = (await asStaff(test, 'nurse', { siteId: ward.site.id })).token;
    expect((await aWalkIn(test, { ...ward, nurse })).visit.number).toBe('A001');
  });

  it('at the same moment gives everybody a number of their own, without a gap', async () => {
    const donors = [];
    for (let n = 0; n < 12; n++)
      donors.push(
        await aBookedDonor(test, {
          slot: await aSlot(test, ward.site, { startsAt: `2026-03-05T06:${10 + n}:00.000Z` }),
        }),
      );
    const codes = await Promise.all(donors.map(({ token }) => codeOf(token)));
    const visits = await Promise.all(codes.map(code => test.get(checkIn, { code }, { as: ward.nurse })));
    expect(visits.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: 12 }, (_, n) => `A${String(n + 1).padStart(3, '0')}`),
    );
  });

  it('without a booking asks for the type, and admits with it', async () => {
    const donor = await aSignedInDonor(test);
    const code = await codeOf(donor.token);
    expect(await scan(code)).toMatchObject({ code: 'NO_APPOINTMENT' });
    expect(await scan(code, 'platelets')).toMatchObject({
      ok: true,
      value: { number: 'B001', booked: false, questionnaire: null },
    });
    expect((await test.get(listAppointments, {}, { as: donor.token })).items[0]).toMatchObject({
      state: 'checked_in',
      type: 'platelets',
      questionnaire: 'missing',
    });
  });

  it('finds no booking at another site, on another day, or cancelled', async () => {
    const elsewhere = await aBookedDonor(test);
    expect(await scan(await codeOf(elsewhere.token))).toMatchObject({ code: 'NO_APPOINTMENT' });
    const tomorrow = await aBookedDonor(test, { slot: await aSlot(test, ward.site, { onDate: daysAhead(test, 1) }) });
    expect(await scan(await codeOf(tomorrow.token))).toMatchObject({ code: 'NO_APPOINTMENT' });
    const gone = await aBookedDonor(test, { site: ward.site });
    await test.get(cancelAppointment, { appointmentId: gone.appointmentId }, { as: gone.token });
    expect(await scan(await codeOf(gone.token))).toMatchObject({ code: 'NO_APPOINTMENT' });
  });

  it('leaves a booking for another day as it is', async () => {
    const slot = await aSlot(test, ward.site, { onDate: daysAhead(test, 1) });
    const donor = await aBookedDonor(test, { slot });
    await checkInDonor(test, ward, donor, 'whole_blood');
    const { items } = await test.get(listAppointments, {}, { as: donor.token });
    expect(items.map(({ state }) => state)).toEqual(['checked_in', 'booked']);
  });

  it('happens once, also when two desks scan the code at the same moment', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    const code = await codeOf(donor.token);
    const answers = await Promise.all([scan(code), scan(code)]);
    expect(answers.map(answer => (answer.ok ? 'in' : answer.code)).sort()).toEqual(['ALREADY_CHECKED_IN', 'in']);
    expect(await scan(await codeOf(donor.token))).toMatchObject({ code: 'ALREADY_CHECKED_IN' });
  });

  it('of a walk-in happens once, also when two desks scan the code at the same moment', async () => {
    const code = await codeOf((await aSignedInDonor(test)).token);
    const answers = await Promise.all([scan(code, 'whole_blood'), scan(code, 'whole_blood')]);
    expect(answers.map(answer => (answer.ok ? 'in' : answer.code)).sort()).toEqual(['ALREADY_CHECKED_IN', 'in']);
  });

  it('refuses somebody who waits at another site', async () => {
    const donor = await aWalkIn(test, await aWard(test));
    expect(await scan(await codeOf(donor.token), 'whole_blood')).toMatchObject({ code: 'ALREADY_CHECKED_IN' });
  });

  it.each(['with', 'without'])('refuses whoever may not give today, %s a booking', async booking => {
    const donor = booking === 'with' ? await aBookedDonor(test, { site: ward.site }) : await aSignedInDonor(test);
    const untilOn = daysAhead(test, 5);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: donor.personId, ruleId: 'T-01', reason: '洗牙', untilOn }),
    );
    expect(await scan(await codeOf(donor.token), 'whole_blood')).toMatchObject({
      code: 'NOT_ELIGIBLE',
      details: { earliest: untilOn },
    });
  });

  it('refuses a type that the site does not take', async () => {
    const other = await aWard(test, { types: JSON.stringify(['whole_blood']) });
    const code = await codeOf((await aSignedInDonor(test)).token);
    expect(await scan(code, 'platelets', other.nurse)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'type', reason: 'not_offered_here' }] },
    });
  });

  it('is not for a nurse without a site', async () => {
    const nurse = (await asStaff(test, 'nurse')).token;
    const code = await codeOf((await aSignedInDonor(test)).token);
    expect(await scan(code, 'whole_blood', nurse)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });

  it('tells the donor the number', async () => {
    const told: unknown[] = [];
    test.app.events.on(messageDue, async (_, message) => {
      told.push([message.kind, message.values]);
    });
    await aWalkIn(test, ward);
    expect(told).toEqual([['visit.checked-in', { number: 'A001', site: ward.site.name }]]);
  });
});

describe("the nurse's list", () => {
  it('shows who is expected and who has come, of this site only', async () => {
    const expected = await aBookedDonor(test, { site: ward.site });
    await aBookedDonor(test);
    const come = await aWalkIn(test, ward);
    await aWalkIn(test, await aWard(test));
    const list = await test.get(listTodaysVisits, {}, { as: ward.nurse });
    expect(list.siteName).toBe(ward.site.name);
    expect(list.expected).toEqual([
      {
        appointmentId: expected.appointmentId,
        startsAt: expected.slot.startsAt,
        type: 'whole_blood',
        maskedName: '*试甲',
        questionnaire: 'missing',
      },
    ]);
    expect(list.visits.map(({ id }) => id)).toEqual([come.visit.id]);
  });

  it('holds no full name and no document number', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    await aWalkIn(test, ward);
    const list = JSON.stringify(await test.get(listTodaysVisits, {}, { as: ward.nurse }));
    expect(list).not.toContain(donor.name);
    expect(list).not.toContain(donor.document.docNumber);
  });
});

describe('the donor in the queue', () => {
  const mine = async (token: string) => (await test.get(getMyVisit, {}, { as: token })).visit;

  it('sees nothing before arriving', async () => {
    expect(await mine((await aSignedInDonor(test)).token)).toBeNull();
  });

  it('sees how many are in front, how long it takes and why', async () => {
    await aWalkIn(test, ward);
    const second = await aWalkIn(test, ward, 'platelets');
    expect(await mine(second.token)).toEqual({
      id: second.visit.id,
      number: 'B001',
      state: 'waiting',
      siteName: ward.site.name,
      siteId: ward.site.id,
      appointmentId: second.visit.appointmentId,
      version: 1,
      stage: 'register',
      ahead: 1,
      estimateMinutes: 3,
      why: '您没有预约，按到的时间加 30 分钟，排在 09:30。约在这以后的人不会排到您前面。',
      desk: null,
      inFront: [{ kind: 'walk_in', at: testStart, text: '没有预约、09:00 到的献血者（按 09:30 排队）' }],
      rule: ruleText,
      stages: [
        { stage: 'register', state: 'now' },
        { stage: 'interview', state: 'later' },
        { stage: 'test', state: 'later' },
        { stage: 'draw', state: 'later' },
        { stage: 'rest', state: 'later' },
      ],
      // Three minutes of waiting, then 3 + 5 + 5 + 60 + 15 of service.
      minutesToEnd: 91,
      restUntil: null,
      donationId: null,
    });
  });

  it('no longer stands in the queue the day after', async () => {
    const donor = await aWalkIn(test, ward);
    test.clock.advance(24 * 3600);
    expect(await mine((await asCitizen(test, donor)).token)).toBeNull();
  });
});

describe('the screen in the waiting room', () => {
  it('shows numbers to everybody and nothing about people', async () => {
    await aWalkIn(test, ward);
    await aWalkIn(test, ward, 'platelets');
    expect(await test.get(getWaitingRoom, { siteId: ward.site.id })).toMatchObject({
      siteName: ward.site.name,
      calling: [],
      waiting: ['A001', 'B001'],
      serverTime: test.clock.now(),
    });
  });
});
