import { listAppointments } from '@contract/appointments';
import { getCertificate } from '@contract/certificates';
import {
  callVisit,
  deferVisit,
  getMyVisit,
  getVisit,
  getWaitingRoom,
  moveVisit,
  recordDonation,
} from '@contract/visits';
import type { InputDraft } from '@contract/endpoint';
import { activeDeferrals, addDeferral } from '@server/features/donors';
import { messageDue } from '@server/platform/notify';
import { aBookedDonor, badAnswer, submitForm } from '@server/testing/builders/appointments';
import { aPerson } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot, daysAhead } from '@server/testing/builders/sites';
import {
  aCalledDonor,
  aDonationNumber,
  aWaitingDonor,
  aWalkIn,
  aWard,
  checkInDonor,
  examineDonor,
  type Ward,
} from '@server/testing/builders/visits';
import { visitEnded } from './events';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let ward: Ward;
let told: string[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(messageDue, async (_, { kind, values }) => {
    told.push([kind, ...Object.values(values)].join(' '));
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
  told = [];
});

const call = (visitId?: string, desk = '1号台', nurse = ward.nurse) =>
  test.call(callVisit, { desk, visitId }, { as: nurse });
const record = (visitId: string, given: Partial<InputDraft<typeof recordDonation>> = {}, nurse = ward.nurse) =>
  test.call(recordDonation, { visitId, donationNumber: aDonationNumber(), volumeMl: 400, ...given }, { as: nurse });
const defer = (visitId: string, ruleId = 'T-11', waitDays = 8, nurse = ward.nurse) =>
  test.call(deferVisit, { visitId, ruleId, waitDays }, { as: nurse });
const mine = async (token: string) => (await test.get(getMyVisit, {}, { as: token })).visit;
const appointmentState = async (token: string) => (await test.get(listAppointments, {}, { as: token })).items[0]?.state;

describe('calling', () => {
  it('takes the donors in the published order', async () => {
    // At 09:00: a walk-in has 09:30, the bookings have 10:00 and 09:30.
    const walkIn = await aWalkIn(test, ward);
    const ten = await aWaitingDonor(test, ward, {
      slot: await aSlot(test, ward.site, { startsAt: '2026-03-05T02:00:00.000Z' }),
    });
    const half = await aWaitingDonor(test, ward, {
      slot: await aSlot(test, ward.site, { startsAt: '2026-03-05T01:30:00.000Z' }),
    });
    const order = [];
    for (let n = 0; n < 3; n++) {
      const answer = await call();
      order.push(answer.ok ? answer.value.id : answer.code);
    }
    expect(order).toEqual([half.visit.id, walkIn.visit.id, ten.visit.id]);
    expect(await call()).toMatchObject({ code: 'NOBODY_WAITING' });
  });

  it('shows number and desk on the screen, on the phone and in a message', async () => {
    const donor = await aWalkIn(test, ward);
    expect(await call(donor.visit.id, '3号台')).toMatchObject({ value: { state: 'called', desk: '3号台' } });
    expect(await mine(donor.token)).toMatchObject({
      state: 'called',
      desk: '3号台',
      ahead: null,
      estimateMinutes: null,
    });
    expect(await test.get(getWaitingRoom, { siteId: ward.site.id })).toMatchObject({
      calling: [{ number: 'A001', desk: '3号台', calledAt: test.clock.now() }],
      waiting: [],
    });
    expect(told).toContain('visit.called A001 3号台');
  });

  it('of one donor by two desks succeeds at one', async () => {
    const donor = await aWalkIn(test, ward);
    const answers = await Promise.all([call(donor.visit.id, '1号台'), call(donor.visit.id, '2号台')]);
    expect(answers.map(answer => (answer.ok ? 'called' : answer.code)).sort()).toEqual(['STATE_CHANGED', 'called']);
  });

  it('of the next by many desks at once gives each another donor', async () => {
    for (let n = 0; n < 4; n++) await aWalkIn(test, ward);
    const answers = await Promise.all([1, 2, 3, 4].map(desk => call(undefined, `${desk}号台`)));
    expect(new Set(answers.map(answer => (answer.ok ? answer.value.number : answer.code)))).toEqual(
      new Set(['A001', 'A002', 'A003', 'A004']),
    );
  });

  it('can be repeated by the desk that called', async () => {
    const donor = await aWalkIn(test, ward);
    await call(donor.visit.id);
    expect((await call(donor.visit.id)).ok).toBe(true);
    expect(told.filter(message => message.startsWith('visit.called'))).toHaveLength(2);
  });

  it('sends no message for the next stage to who still stands at the desk, and one to who has to walk', async () => {
    const { visit } = await aWalkIn(test, ward);
    const calls = () => told.filter(message => message.startsWith('visit.called'));
    await call(visit.id, '1号台');
    await test.call(moveVisit, { visitId: visit.id, move: 'finish' }, { as: ward.nurse });
    test.clock.advance(60);
    await call(visit.id, '1号台');
    expect(calls()).toHaveLength(1);
    await test.call(moveVisit, { visitId: visit.id, move: 'undo' }, { as: ward.nurse });
    await test.call(moveVisit, { visitId: visit.id, move: 'undo' }, { as: ward.nurse });
    await test.call(moveVisit, { visitId: visit.id, move: 'finish' }, { as: ward.nurse });
    await call(visit.id, '2号台');
    expect(calls()).toEqual(['visit.called A001 1号台', 'visit.called A001 2号台']);
  });

  it('sends a message to who has sat down before the same desk calls again', async () => {
    const { visit } = await aWalkIn(test, ward);
    await call(visit.id, '1号台');
    await test.call(moveVisit, { visitId: visit.id, move: 'finish' }, { as: ward.nurse });
    test.clock.advance(180);
    await call(visit.id, '1号台');
    expect(told.filter(message => message.startsWith('visit.called'))).toHaveLength(2);
  });

  it('lets the one behind move up', async () => {
    await aWalkIn(test, ward);
    const second = await aWalkIn(test, ward);
    expect((await mine(second.token))?.ahead).toBe(1);
    await call();
    expect((await mine(second.token))?.ahead).toBe(0);
  });
});

describe('recording a donation', () => {
  it('changes record, certificate, appointment and visit at once', async () => {
    const donor = await aCalledDonor(test, ward);
    const before = await test.get(getCertificate, {}, { as: donor.token });
    const answer = await record(donor.visit.id);
    expect(answer).toMatchObject({ ok: true, value: { visit: { state: 'resting', stage: 'rest' } } });
    const after = await test.get(getCertificate, {}, { as: donor.token });
    expect([before.totals.wholeBloodMl, after.totals.wholeBloodMl]).toEqual([0, 400]);
    expect(after.lastDonationOn).toBe(test.clock.today());
    expect(await appointmentState(donor.token)).toBe('fulfilled');
    expect(await mine(donor.token)).toMatchObject({ state: 'resting', ahead: null });
    expect(told).toContain(`donation.recorded ${ward.site.name} 全血 400 毫升`);
  });

  it('takes platelets in units', async () => {
    const slot = await aSlot(test, ward.site, { type: 'platelets' });
    const donor = await aCalledDonor(test, ward, { slot });
    expect((await record(donor.visit.id, { volumeMl: undefined, unitsTenths: 15 })).ok).toBe(true);
    expect((await test.get(getCertificate, {}, { as: donor.token })).totals.plateletUnitsTenths).toBe(15);
    expect(told).toContain(`donation.recorded ${ward.site.name} 血小板 1.5 个治疗单位`);
  });

  it('works for a walk-in who fills in the form at the site', async () => {
    const donor = await aWalkIn(test, ward);
    await call(donor.visit.id);
    expect(await record(donor.visit.id)).toMatchObject({ code: 'QUESTIONNAIRE_MISSING' });
    const { items } = await test.get(listAppointments, {}, { as: donor.token });
    await submitForm(test, { ...donor, appointmentId: items[0]?.id ?? '' });
    await examineDonor(test, ward, donor.visit);
    expect((await record(donor.visit.id)).ok).toBe(true);
    expect(await appointmentState(donor.token)).toBe('fulfilled');
  });

  it('is possible after the physician has seen an answer', async () => {
    const donor = await aBookedDonor(test, { site: ward.site });
    await submitForm(test, donor, [badAnswer.doctor]);
    const visit = await checkInDonor(test, ward, donor);
    await examineDonor(test, ward, visit);
    const { id } = visit;
    await call(id);
    expect((await record(id)).ok).toBe(true);
  });

  it.each([
    ['defers', badAnswer.defer('2026-03-04'), { verdict: 'not_before', earliest: '2026-03-18' }],
    ['rules it out', badAnswer.stop, { verdict: 'no', earliest: null }],
  ])('is refused when an answer given at the site %s', async (_what, answer, details) => {
    const donor = await aWalkIn(test, ward);
    await call(donor.visit.id);
    const { items } = await test.get(listAppointments, {}, { as: donor.token });
    await submitForm(test, { ...donor, appointmentId: items[0]?.id ?? '' }, [answer]);
    expect(await appointmentState(donor.token)).toBe('checked_in');
    expect(await record(donor.visit.id)).toMatchObject({ code: 'NOT_ELIGIBLE', details });
    expect((await test.get(getCertificate, {}, { as: donor.token })).totals.donations).toBe(0);
  });

  it.each([
    ['whole blood without ml', 'whole_blood', { volumeMl: undefined }, 'AMOUNT_MISSING'],
    ['platelets without units', 'platelets', { volumeMl: undefined }, 'AMOUNT_MISSING'],
    ['platelets in ml', 'platelets', {}, 'AMOUNT_MISSING'],
    ['whole blood in both measures', 'whole_blood', { unitsTenths: 10 }, 'INVALID_INPUT'],
    ['a wrong check character', 'whole_blood', { donationNumber: 'Z9T0126500000!' }, 'INVALID_INPUT'],
  ] as const)('refuses %s', async (_what, type, given, code) => {
    const donor = await aCalledDonor(test, ward, { slot: await aSlot(test, ward.site, { type }) });
    expect(await record(donor.visit.id, given)).toMatchObject({ ok: false, code });
    expect(await mine(donor.token)).toMatchObject({ state: 'called' });
  });

  it('needs the blood group of a first donor', async () => {
    const person = await aPerson(test);
    const first = { ...person, certificateNumber: '', token: (await asCitizen(test, person)).token };
    const donor = await aCalledDonor(test, ward, { donor: first });
    expect(await record(donor.visit.id)).toMatchObject({ code: 'BLOOD_GROUP_MISSING' });
    expect((await record(donor.visit.id, { abo: 'O', rhd: 'negative' })).ok).toBe(true);
    expect((await test.get(getCertificate, {}, { as: donor.token })).bloodGroup).toEqual({ abo: 'O', rhd: 'negative' });
  });

  it('refuses the number of another bag and leaves the visit open', async () => {
    const donationNumber = aDonationNumber();
    const first = await aCalledDonor(test, ward);
    expect((await record(first.visit.id, { donationNumber })).ok).toBe(true);
    const second = await aCalledDonor(test, ward, { slot: first.slot });
    expect(await record(second.visit.id, { donationNumber })).toMatchObject({ code: 'DONATION_NUMBER_USED' });
    expect(await mine(second.token)).toMatchObject({ state: 'called' });
    expect(await appointmentState(second.token)).toBe('checked_in');
  });

  it('is refused when the record has changed since the check-in', async () => {
    const donor = await aCalledDonor(test, ward);
    const untilOn = daysAhead(test, 2);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: donor.personId, ruleId: 'T-11', reason: '感冒', untilOn }),
    );
    expect(await record(donor.visit.id)).toMatchObject({ code: 'NOT_ELIGIBLE', details: { earliest: untilOn } });
  });

  it('needs a called donor', async () => {
    const donor = await aWaitingDonor(test, ward);
    expect(await record(donor.visit.id)).toMatchObject({ code: 'STATE_CHANGED' });
  });

  it('ends with the rest a quarter of an hour later, and tells so once', async () => {
    const ends: unknown[] = [];
    const donor = await aCalledDonor(test, ward);
    test.app.events.on(visitEnded, async (_, fact) => {
      if (fact.visitId === donor.visit.id) ends.push(fact);
    });
    const answer = await record(donor.visit.id);
    await test.drain();
    expect(ends).toEqual([]);
    test.clock.advance(901);
    await test.drain();
    expect(ends).toMatchObject([
      {
        visitId: donor.visit.id,
        personId: donor.personId,
        how: 'donated',
        donationId: answer.ok && answer.value.donationId,
      },
    ]);
  });

  it('rests on after a reaction until somebody releases the donor', async () => {
    const donor = await aCalledDonor(test, ward);
    const reaction = { kind: 'vasovagal', severity: 'mild', action: '平卧，饮水' } as const;
    await record(donor.visit.id, { reaction });
    test.clock.advance(901);
    await test.drain();
    const nurse = (await asStaff(test, 'nurse', { organizationId: ward.site.stationId, siteId: ward.site.id })).token;
    const shown = await test.get(getVisit, { visitId: donor.visit.id }, { as: nurse });
    expect(shown).toMatchObject({ visit: { state: 'resting' }, reactions: [reaction] });
    const release = { visitId: donor.visit.id, move: 'release' } as const;
    expect(await test.call(moveVisit, release, { as: nurse })).toMatchObject({ value: { state: 'done' } });
  });

  it('happens once, also when it is sent twice at the same moment', async () => {
    const donor = await aCalledDonor(test, ward);
    const answers = await Promise.all([record(donor.visit.id), record(donor.visit.id)]);
    const codes = answers.map(answer => (answer.ok ? 'recorded' : answer.code));
    expect(codes).toContain('recorded');
    expect(codes.filter(code => code !== 'recorded')).toHaveLength(1);
    expect((await test.get(getCertificate, {}, { as: donor.token })).totals.donations).toBe(1);
  });

  it('cancels a booking for a day that has become too early, with a message', async () => {
    const slot = await aSlot(test, ward.site, { onDate: daysAhead(test, 7) });
    const donor = await aBookedDonor(test, { slot });
    const visit = await checkInDonor(test, ward, donor, 'whole_blood');
    const { id } = visit;
    const { items } = await test.get(listAppointments, {}, { as: donor.token });
    await submitForm(test, { ...donor, appointmentId: items.find(item => item.state === 'checked_in')?.id ?? '' });
    await examineDonor(test, ward, visit);
    await call(id);
    expect((await record(id)).ok).toBe(true);
    const after = await test.get(listAppointments, {}, { as: donor.token });
    expect(after.items.map(({ state }) => state).sort()).toEqual(['cancelled', 'fulfilled']);
    expect(told).toContain(`appointment.cancelled-too-soon ${ward.site.name} 3月12日 14:00`);
  });

  it('frees the donor for another visit', async () => {
    const donor = await aCalledDonor(test, ward);
    await record(donor.visit.id);
    expect(await test.call(callVisit, { desk: '1号台', visitId: donor.visit.id }, { as: ward.nurse })).toMatchObject({
      code: 'STATE_CHANGED',
    });
  });
});

describe('ending a visit without donation', () => {
  it('writes the wait, ends the appointment and tells no reason', async () => {
    const donor = await aCalledDonor(test, ward);
    expect(await defer(donor.visit.id)).toMatchObject({ value: { state: 'deferred' } });
    const deferrals = await test.inTransaction(tx => activeDeferrals(tx, donor.personId, tx.today));
    expect(deferrals).toMatchObject([{ ruleId: 'T-11', untilOn: daysAhead(test, 8) }]);
    expect(await appointmentState(donor.token)).toBe('cancelled');
    expect(told.at(-1)).toBe(`visit.ended-without-donation ${ward.site.name}`);
  });

  it('is possible while the donor still waits, and leaves no wait behind for no days', async () => {
    const donor = await aWalkIn(test, ward);
    const past = { visitId: donor.visit.id, ruleId: 'T-11', since: '2026-02-20', waitDays: 0 };
    expect((await test.call(deferVisit, past, { as: ward.nurse })).ok).toBe(true);
    expect(await test.inTransaction(tx => tx.em.getRepository('deferral').countBy({ personId: donor.personId }))).toBe(
      0,
    );
    expect((await checkInDonor(test, ward, donor, 'whole_blood')).number).toBe('A002');
  });

  it('refuses a rule that is on no list', async () => {
    const donor = await aWalkIn(test, ward);
    expect(await defer(donor.visit.id, 'T-99')).toMatchObject({ code: 'UNKNOWN_RULE' });
    expect(await mine(donor.token)).toMatchObject({ state: 'waiting' });
  });

  it('refuses a visit that is over', async () => {
    const donor = await aCalledDonor(test, ward);
    await record(donor.visit.id);
    expect(await defer(donor.visit.id)).toMatchObject({ code: 'STATE_CHANGED' });
  });
});

describe('a nurse of another site', () => {
  it.each(['call', 'record', 'defer'])('cannot %s the donor', async what => {
    const donor = await aCalledDonor(test, ward);
    const { nurse } = await aWard(test);
    const answer =
      what === 'call'
        ? await call(donor.visit.id, '1号台', nurse)
        : what === 'record'
          ? await record(donor.visit.id, {}, nurse)
          : await defer(donor.visit.id, 'T-11', 7, nurse);
    expect(answer).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' });
    expect(await mine(donor.token)).toMatchObject({ state: 'called' });
  });

  it('does not get the next donor of this one', async () => {
    await aWalkIn(test, ward);
    expect(await call(undefined, '1号台', (await aWard(test)).nurse)).toMatchObject({ code: 'NOBODY_WAITING' });
  });

  it.each(['clerk', 'reviewer', 'operator', 'gate'] as const)('and a %s may not call at all', async role => {
    const { token } = await asStaff(test, role, { siteId: ward.site.id });
    expect(await call(undefined, '1号台', token)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });
});

describe('after the day', () => {
  it('whoever still waits has left, and may book again', async () => {
    const donor = await aWalkIn(test, ward);
    test.clock.set('2026-03-05T16:30:00.000Z');
    await test.drain();
    const { token } = await asCitizen(test, donor);
    expect(await appointmentState(token)).toBe('cancelled');
    const slot = await aSlot(test, ward.site, { onDate: '2026-03-06', startsAt: '2026-03-06T06:00:00.000Z' });
    expect((await aBookedDonor(test, { slot, donor: { ...donor, token } })).slot.id).toBe(slot.id);
  });
});
