import { endOverride, overrideRule } from '@contract/eligibility';
import type { InputDraft } from '@contract/endpoint';
import { callVisit, deferVisit, getVisit, moveVisit, recordDonation, recordVitals, startDraw } from '@contract/visits';
import { submitForm } from '@server/testing/builders/appointments';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import {
  aCalledDonor,
  aDonationNumber,
  aWalkIn,
  aWard,
  goodVitals,
  signWith,
  type Ward,
} from '@server/testing/builders/visits';
import { Visit } from './visit.entity';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';

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

type Move = InputDraft<typeof moveVisit>;
const call = (desk: string, given: { visitId?: string } = {}) =>
  test.call(callVisit, { desk, ...given }, { as: ward.nurse });
const move = (visitId: string, what: Move['move'], given: Partial<Move> = {}) =>
  test.call(moveVisit, { visitId, move: what, ...given }, { as: ward.nurse });
const measure = (visitId: string, given: Partial<InputDraft<typeof recordVitals>> = {}) =>
  test.call(recordVitals, { visitId, ...goodVitals, ...given }, { as: ward.nurse });

describe('measurements at the quick test', () => {
  it('outside the limits propose a deferral and keep the donor from the needle', async () => {
    const donor = await aWalkIn(test, ward);
    await call('快检台', { visitId: donor.visit.id });
    expect(await measure(donor.visit.id, { haemoglobin: 100 })).toMatchObject({
      value: { visit: { vitals: 'outside' }, findings: [{ field: 'haemoglobin', mayOverride: false }] },
    });
    const ruleIds = ['HB-M', 'HB-F'];
    expect(await measure(donor.visit.id, { haemoglobin: 100, override: { ruleIds, reason: '复测' } })).toMatchObject({
      code: 'OVERRIDE_NOT_ALLOWED',
    });
    await move(donor.visit.id, 'transfer', { stage: 'test' });
    await call('快检台');
    expect(await move(donor.visit.id, 'finish')).toMatchObject({ code: 'VITALS_OUTSIDE' });
    await measure(donor.visit.id);
    expect((await move(donor.visit.id, 'finish')).ok).toBe(true);
  });

  it('are let pass by the physician with a reason, where the rule is recommended', async () => {
    const donor = await aWalkIn(test, ward);
    const override = { ruleIds: ['BP-SYS'], reason: '安静后复测正常' };
    expect(await measure(donor.visit.id, { systolic: 142, override })).toMatchObject({
      value: { visit: { vitals: 'within' }, findings: [{ ruleId: 'BP-SYS', overridden: true }] },
    });
  });

  it('that failed still count when the next measurement leaves them out', async () => {
    const donor = await aCalledDonor(test, ward);
    const { id } = donor.visit;
    await measure(id, { quickHbsag: 'positive', temperatureTenths: 380 });
    const left = { quickHbsag: undefined, temperatureTenths: undefined };
    expect(await measure(id, left)).toMatchObject({
      value: { visit: { vitals: 'outside' }, findings: [{ field: 'temperatureTenths' }, { field: 'quickHbsag' }] },
    });
    const fields = ['temperatureTenths', 'quickHbsag'];
    const draw = () => test.call(startDraw, { visitId: id, donationNumber: aDonationNumber() }, { as: ward.nurse });
    expect(await draw()).toMatchObject({ code: 'VITALS_OUTSIDE', details: { fields } });
    await measure(id, { quickHbsag: 'negative', temperatureTenths: 366 });
    expect((await draw()).ok).toBe(true);
  });

  it('stand sealed in the database', async () => {
    const donor = await aWalkIn(test, ward);
    await measure(donor.visit.id, { systolic: 133 });
    const rows: { sealed: string }[] = await test.inTransaction(tx => tx.em.query('SELECT sealed FROM visit_vitals'));
    // Not the figure: three digits may stand in any sealed text by chance.
    expect(rows.map(({ sealed }) => sealed).join()).not.toContain('systolic');
    const shown = await test.get(getVisit, { visitId: donor.visit.id }, { as: ward.nurse });
    expect(shown.vitals).toMatchObject({ systolic: 133, findings: [] });
  });

  it('need at least one figure', async () => {
    const donor = await aWalkIn(test, ward);
    const answer = await test.call(recordVitals, { visitId: donor.visit.id }, { as: ward.nurse });
    expect(answer).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the place of a walk-in', () => {
  const taken = async (slotId: string) => (await slotNow(test, slotId)).walkInTaken;

  it.each([
    ['leaves', true, async (visitId: string) => (await move(visitId, 'leave')).ok],
    [
      'is deferred before the needle',
      true,
      async (visitId: string) => (await test.call(deferVisit, { visitId, ruleId: 'T-11' }, { as: ward.nurse })).ok,
    ],
    [
      'is deferred with the needle in',
      false,
      async (visitId: string) => {
        await test.inTransaction(tx => tx.em.update(Visit, { id: visitId }, { state: 'donating' }));
        return (await test.call(deferVisit, { visitId, ruleId: 'T-11' }, { as: ward.nurse })).ok;
      },
    ],
  ])('of somebody who %s is free again: %s', async (_what, free, end) => {
    const slot = await aSlot(test, ward.site, { startsAt: testStart, capacity: 0, walkInCapacity: 1 });
    const { visit } = await aWalkIn(test, ward);
    expect(await taken(slot.id)).toBe(1);
    expect(await end(visit.id)).toBe(true);
    expect(await taken(slot.id)).toBe(free ? 0 : 1);
  });
});

describe('the needle', () => {
  const draw = (visitId: string) =>
    test.call(startDraw, { visitId, donationNumber: aDonationNumber() }, { as: ward.nurse });
  const record = (visitId: string, donationNumber = aDonationNumber()) =>
    test.call(recordDonation, { visitId, donationNumber, volumeMl: 400 }, { as: ward.nurse });
  const needs = async (visitId: string, refusal: object) => {
    expect(await draw(visitId)).toMatchObject(refusal);
    expect(await record(visitId)).toMatchObject(refusal);
  };

  it('needs a signed form, the name of the examiner below it, and every figure, at the start and at the record', async () => {
    const donor = await aWalkIn(test, ward);
    const { id, appointmentId } = donor.visit;
    await call('窗口', { visitId: id });
    await needs(id, { code: 'QUESTIONNAIRE_MISSING' });
    await submitForm(test, { ...donor, appointmentId });
    await needs(id, { code: 'EXAMINATION_MISSING' });
    await signWith(test, ward, donor.visit);
    const fields = ['weightTenths', 'systolic', 'diastolic', 'pulse', 'haemoglobin'];
    await needs(id, { code: 'VITALS_MISSING', details: { fields } });
    expect(await measure(id, { haemoglobin: undefined })).toMatchObject({ value: { visit: { vitals: 'missing' } } });
    await needs(id, { code: 'VITALS_MISSING', details: { fields: ['haemoglobin'] } });
    expect(await measure(id)).toMatchObject({ value: { visit: { vitals: 'within' } } });
    expect((await draw(id)).ok).toBe(true);
  });

  it('needs the count of the platelets before they are given', async () => {
    const slot = await aSlot(test, ward.site, { type: 'platelets' });
    const { visit } = await aCalledDonor(test, ward, { slot });
    await measure(visit.id, { plateletCount: undefined });
    expect(await draw(visit.id)).toMatchObject({ code: 'VITALS_MISSING', details: { fields: ['plateletCount'] } });
  });

  it('follows what the doctor has set aside for the donor, until that is ended', async () => {
    const donor = await aCalledDonor(test, ward);
    const { id } = donor.visit;
    await measure(id, { systolic: 142 });
    await needs(id, { code: 'VITALS_OUTSIDE', details: { fields: ['systolic'] } });
    const { docType, docNumber } = donor.document;
    const aside = await test.get(
      overrideRule,
      { document: { docType, docNumber }, ruleId: 'BP-SYS', reason: '安静后复测正常', until: '2026-03-06' },
      { as: ward.nurse },
    );
    const { vitals } = await test.get(getVisit, { visitId: id }, { as: ward.nurse });
    expect(vitals?.findings).toMatchObject([{ ruleId: 'BP-SYS', overridden: true }]);
    await test.get(endOverride, { overrideId: aside.id }, { as: ward.nurse });
    await needs(id, { code: 'VITALS_OUTSIDE' });
    await measure(id, { systolic: 142, override: { ruleIds: ['BP-SYS'], reason: '安静后复测正常' } });
    expect((await draw(id)).ok).toBe(true);
  });

  it('keeps the draw from the scan of the bag to the rest, and refuses another bag', async () => {
    const donor = await aCalledDonor(test, ward);
    const donationNumber = aDonationNumber();
    const input = { visitId: donor.visit.id, donationNumber };
    expect(await test.call(startDraw, input, { as: ward.nurse })).toMatchObject({
      value: { stage: 'draw', state: 'donating' },
    });
    test.clock.advance(480);
    expect(await record(donor.visit.id, aDonationNumber())).toMatchObject({ code: 'OTHER_BAG' });
    expect((await record(donor.visit.id, donationNumber)).ok).toBe(true);
    const { draw } = await test.get(getVisit, { visitId: donor.visit.id }, { as: ward.nurse });
    expect(draw).toMatchObject({ startedAt: testStart, stoppedAt: test.clock.now() });
  });

  it('refuses a draw that began before the donor came, or after it ended', async () => {
    const donor = await aCalledDonor(test, ward);
    const given = { visitId: donor.visit.id, donationNumber: aDonationNumber() };
    await test.get(startDraw, given, { as: ward.nurse });
    test.clock.advance(480);
    const began = (startedAt: string) =>
      test.call(recordDonation, { ...given, volumeMl: 400, startedAt }, { as: ward.nurse });
    const refused = (field: string, reason: string) => ({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, reason }] },
    });
    expect(await began('2020-01-01T00:00:00.000Z')).toMatchObject(refused('startedAt', 'before_the_arrival'));
    expect(await began('2030-01-01T00:00:00.000Z')).toMatchObject(refused('stoppedAt', 'before_the_start'));
    expect((await began(testStart)).ok).toBe(true);
  });
});
