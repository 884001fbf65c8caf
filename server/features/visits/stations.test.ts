import {
  callVisit,
  checkIn,
  getMyVisit,
  getVisit,
  getWaitingRoom,
  listTodaysVisits,
  lookUpArrival,
  moveVisit,
  recordVitals,
  setDesks,
} from '@contract/visits';
import type { InputDraft } from '@contract/endpoint';
import { listAppointments } from '@contract/appointments';
import { submitForm } from '@server/testing/builders/appointments';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { aWalkIn, aWard, goodVitals, signWith, type Ward } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { visitEnded } from './events';
import { inQueueOrder } from './queue-order';
import { rebuildVisit } from './rebuild-visit';
import { placeOf } from './change-visit';
import type { Place } from './visit-moves';
import { VisitEvent } from './visit-event.entity';
import { Visit } from './visit.entity';

let test: TestApp;
let ward: Ward;
const ended: unknown[] = [];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(visitEnded, async (_, { visitId, how, donationId }) => {
    ended.push({ visitId, how, donationId });
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
  ended.length = 0;
});

type Move = InputDraft<typeof moveVisit>;
const call = (desk: string, given: { visitId?: string; version?: number } = {}, nurse = ward.nurse) =>
  test.call(callVisit, { desk, ...given }, { as: nurse });
const move = (visitId: string, what: Move['move'], given: Partial<Move> = {}) =>
  test.call(moveVisit, { visitId, move: what, ...given }, { as: ward.nurse });
const mine = async (token: string) => (await test.get(getMyVisit, {}, { as: token })).visit;
const measure = (visitId: string, given: Partial<InputDraft<typeof recordVitals>> = {}) =>
  test.call(recordVitals, { visitId, ...goodVitals, ...given }, { as: ward.nurse });
const kept = (visitId: string) =>
  test.inTransaction(async tx => ({
    events: await tx.em.findBy(VisitEvent, { visitId }),
    visit: await tx.em.findOneByOrFail(Visit, { id: visitId }),
  }));

describe('the flow of stations', () => {
  it('leads from one queue to the next, each desk calling its own', async () => {
    const donor = await aWalkIn(test, ward);
    const { id } = donor.visit;
    for (const [desk, stage] of [
      ['登记台', 'register'],
      ['征询室', 'interview'],
      ['快检台', 'test'],
    ] as const) {
      expect(await mine(donor.token)).toMatchObject({ stage, state: 'waiting', ahead: 0 });
      expect(await call('1 号采血椅')).toMatchObject({ code: 'NOBODY_WAITING' });
      expect(await call(desk)).toMatchObject({ value: { id, stage, state: 'called', desk } });
      if (stage === 'interview') {
        expect(await move(id, 'finish')).toMatchObject({ code: 'QUESTIONNAIRE_MISSING' });
        await submitForm(test, { ...donor, appointmentId: donor.visit.appointmentId });
        expect(await move(id, 'finish')).toMatchObject({ code: 'EXAMINATION_MISSING' });
        await signWith(test, ward, donor.visit);
      }
      if (stage === 'test') {
        expect(await move(id, 'finish')).toMatchObject({ code: 'VITALS_MISSING' });
        expect((await measure(id)).ok).toBe(true);
      }
      expect((await move(id, 'finish')).ok).toBe(true);
    }
    expect(await call('1 号采血椅')).toMatchObject({ value: { id, stage: 'draw' } });
    expect((await mine(donor.token))?.stages.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'now',
      'later',
    ]);
    expect(await move(id, 'finish')).toMatchObject({ code: 'NOT_FROM_HERE' });
  });

  it('begins at the interview for somebody whose document was seen at the counter', async () => {
    const person = await aPerson(test);
    const { docType, docNumber } = person.document;
    expect(
      await test.call(
        checkIn,
        { document: { docType, docNumber }, type: 'whole_blood', sawDocument: true },
        { as: ward.nurse },
      ),
    ).toMatchObject({ value: { stage: 'interview' } });
  });

  it('serves every stage at a desk that nobody has set up, and the stages given at one that somebody has', async () => {
    await aWalkIn(test, ward);
    const desks = [{ name: '车上', stages: ['interview' as const, 'draw' as const] }];
    expect(await test.get(setDesks, { desks }, { as: ward.nurse })).toEqual({ desks });
    expect((await test.get(listTodaysVisits, {}, { as: ward.nurse })).desks).toEqual(desks);
    expect(await call('车上')).toMatchObject({ code: 'NOBODY_WAITING' });
    expect((await call('窗口')).ok).toBe(true);
    expect(await test.call(setDesks, { desks: [...desks, ...desks] }, { as: ward.nurse })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('shows the waiting room numbers by stage', async () => {
    const first = await aWalkIn(test, ward);
    await aWalkIn(test, ward, 'platelets');
    await call('登记台', { visitId: first.visit.id });
    await move(first.visit.id, 'finish');
    const room = await test.get(getWaitingRoom, { siteId: ward.site.id });
    expect(room.stages.map(({ stage, waiting }) => [stage, waiting])).toEqual([
      ['register', ['B001']],
      ['interview', ['A001']],
      ['test', []],
      ['draw', []],
    ]);
    expect(await test.get(getWaitingRoom, { siteId: ward.site.id, since: room.tag })).toMatchObject({
      unchanged: true,
      waiting: [],
    });
  });
});

describe('moves', () => {
  it('skip sends somebody who did not come back by ten minutes, and says so', async () => {
    const first = await aWalkIn(test, ward);
    await call('登记台');
    // Its turn was 09:30, half an hour after the arrival: now it is 09:40.
    expect(await move(first.visit.id, 'skip')).toMatchObject({ value: { state: 'waiting', skips: 1 } });
    test.clock.advance(300);
    const second = await aWalkIn(test, ward);
    test.clock.advance(360);
    const third = await aWalkIn(test, ward);
    expect(await call('登记台')).toMatchObject({ value: { id: second.visit.id } });
    expect(await mine(third.token)).toMatchObject({ ahead: 1, inFront: [{ kind: 'called_before' }] });
    expect((await mine(first.token))?.why).toContain('叫到您时您不在');
  });

  it('hold keeps the place, and nobody calls the donor until they are back', async () => {
    const donor = await aWalkIn(test, ward);
    await aWalkIn(test, ward);
    expect((await move(donor.visit.id, 'hold')).ok).toBe(true);
    expect(await mine(donor.token)).toMatchObject({ state: 'held', ahead: null });
    expect(await call('登记台', { visitId: donor.visit.id })).toMatchObject({ code: 'STATE_CHANGED' });
    await move(donor.visit.id, 'resume');
    expect(await call('登记台')).toMatchObject({ value: { id: donor.visit.id } });
  });

  it('transfer goes to another desk as a call, to another stage as a wait', async () => {
    const donor = await aWalkIn(test, ward);
    await call('登记台');
    expect(await move(donor.visit.id, 'transfer', { desk: '2 号登记台' })).toMatchObject({
      value: { state: 'called', desk: '2 号登记台' },
    });
    expect(await move(donor.visit.id, 'transfer', { stage: 'test' })).toMatchObject({
      value: { state: 'waiting', stage: 'test', desk: null },
    });
    expect(await move(donor.visit.id, 'transfer', { stage: 'rest' })).toMatchObject({
      code: 'NOT_FROM_HERE',
      details: { may: ['call', 'transfer', 'hold', 'leave', 'defer'] },
    });
  });

  it('undo takes the last move back within five minutes, once', async () => {
    const donor = await aWalkIn(test, ward);
    await call('登记台');
    await move(donor.visit.id, 'finish');
    expect(await move(donor.visit.id, 'undo')).toMatchObject({
      value: { stage: 'register', state: 'called', desk: '登记台', undoUntil: null },
    });
    expect(await move(donor.visit.id, 'undo')).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await move(donor.visit.id, 'skip');
    test.clock.advance(301);
    expect(await move(donor.visit.id, 'undo')).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('leave ends the visit and the appointment, and is told once', async () => {
    const donor = await aWalkIn(test, ward);
    expect((await move(donor.visit.id, 'leave')).ok).toBe(true);
    expect(await move(donor.visit.id, 'leave')).toMatchObject({ code: 'NOT_FROM_HERE' });
    expect(ended).toEqual([{ visitId: donor.visit.id, how: 'left', donationId: null }]);
    expect((await test.get(listAppointments, {}, { as: donor.token })).items[0]?.state).toBe('cancelled');
  });

  it('of a client that has seen an older state is refused', async () => {
    const donor = await aWalkIn(test, ward);
    await call('登记台', { version: 1, visitId: donor.visit.id });
    expect(await move(donor.visit.id, 'finish', { version: 1 })).toMatchObject({ code: 'STATE_CHANGED' });
    expect((await move(donor.visit.id, 'finish', { version: 2 })).ok).toBe(true);
  });

  it('of one version by two desks at once happens once', async () => {
    const donor = await aWalkIn(test, ward);
    await call('登记台');
    const answers = await Promise.all([1, 2].map(() => move(donor.visit.id, 'finish', { version: 2 })));
    expect(answers.map(answer => (answer.ok ? 'moved' : answer.code)).sort()).toEqual(['STATE_CHANGED', 'moved']);
    expect(await mine(donor.token)).toMatchObject({ stage: 'interview', version: 3 });
  });
});

describe('the log of moves', () => {
  it('gives the present state of the visit when it is computed anew', async () => {
    const donor = await aWalkIn(test, ward);
    const { id } = donor.visit;
    for (const step of [
      () => call('登记台'),
      () => call('登记台', { visitId: id }),
      () => move(id, 'skip'),
      () => move(id, 'undo'),
      () => move(id, 'transfer', { desk: '2 号登记台' }),
      () => move(id, 'finish'),
      () => move(id, 'hold'),
      () => move(id, 'resume'),
      () => move(id, 'transfer', { stage: 'draw' }),
    ]) {
      test.clock.advance(30);
      expect((await step()).ok).toBe(true);
    }
    const { events, visit } = await kept(id);
    expect(events).toHaveLength(10);
    expect(rebuildVisit(visit, events)).toEqual(placeOf(visit));
    const shown = await test.get(getVisit, { visitId: id }, { as: ward.nurse });
    expect(shown.events.map(event => event.move)).toEqual([
      ...['arrive', 'call', 'recall', 'skip', 'undo', 'transfer', 'finish', 'hold', 'resume', 'transfer'],
    ]);
  });

  it('shows a row that was changed or left out', async () => {
    const donor = await aWalkIn(test, ward);
    await call('登记台');
    await move(donor.visit.id, 'finish');
    const { events, visit } = await kept(donor.visit.id);
    expect(() =>
      rebuildVisit(
        visit,
        events.filter(({ seq }) => seq !== 2),
      ),
    ).toThrow('does not follow');
    const forged = events.map(event =>
      event.seq === 3 ? { ...event, after: event.after.replace('interview', 'draw') } : event,
    );
    expect(() => rebuildVisit(visit, forged)).toThrow('move 3 (finish)');
  });

  it('shows of every call that the first of the published order was called', async () => {
    for (let n = 0; n < 5; n++) {
      await aWalkIn(test, ward);
      test.clock.advance(60);
    }
    for (let n = 0; n < 5; n++) await call('登记台');
    const { events, visits } = await test.inTransaction(async tx => ({
      events: await tx.em.find(VisitEvent, { where: { siteId: ward.site.id }, order: { siteSeq: 'ASC' } }),
      visits: await tx.em.findBy(Visit, { siteId: ward.site.id }),
    }));
    const places = new Map<string, Place>();
    let calls = 0;
    for (const event of events) {
      if (event.move === 'call') {
        const waiting = visits.filter(({ id }) => places.get(id)?.state === 'waiting');
        expect(inQueueOrder(waiting)[0]?.id).toBe(event.visitId);
        calls += 1;
      }
      places.set(event.visitId, JSON.parse(event.after) as Place);
    }
    expect(calls).toBe(5);
  });
});

describe('the counter', () => {
  const admit = (input: InputDraft<typeof checkIn>) => test.call(checkIn, input, { as: ward.nurse });

  it('finds a donor by document, and looks before it checks in', async () => {
    const person = await aPerson(test, { name: '测试甲' });
    const { docType, docNumber } = person.document;
    const document = { docType, docNumber };
    expect(await test.get(lookUpArrival, { document }, { as: ward.nurse })).toMatchObject({
      maskedName: '*试甲',
      booking: null,
      alreadyHere: false,
    });
    expect(await admit({ document })).toMatchObject({ code: 'NO_APPOINTMENT' });
    expect(await admit({ document, type: 'whole_blood' })).toMatchObject({ value: { number: 'A001', booked: false } });
    expect(await test.get(lookUpArrival, { document }, { as: ward.nurse })).toMatchObject({ alreadyHere: true });
  });

  it('finds a donor by phone in any spelling, and asks for the birth date when a family shares it', async () => {
    const phone = '19900001234';
    await aPerson(test, { phone, birthDate: '1980-01-02' });
    expect(await admit({ phone: '+86 199-0000-1234', type: 'whole_blood' })).toMatchObject({ ok: true });
    await aPerson(test, { phone, birthDate: '1990-05-06' });
    expect(await admit({ phone, type: 'whole_blood' })).toMatchObject({ code: 'SECOND_FACT_NEEDED' });
    expect(await admit({ phone, birthDate: '1999-09-09', type: 'whole_blood' })).toMatchObject({
      code: 'NOBODY_FOUND',
    });
    expect(await admit({ phone, birthDate: '1990-05-06', type: 'whole_blood' })).toMatchObject({
      value: { number: 'A002' },
    });
    expect(await admit({ phone: '19900009999' })).toMatchObject({ code: 'NOBODY_FOUND' });
  });

  it('registers somebody whom nobody knew from the document in hand, and refuses another name on a known one', async () => {
    const document = { docType: 'id_card' as const, docNumber: testDocNumber('female', '1995-03-04') };
    expect(await admit({ document, type: 'whole_blood' })).toMatchObject({ code: 'NOBODY_FOUND' });
    expect(await admit({ document, type: 'whole_blood', newDonor: { name: '测试辛' } })).toMatchObject({
      value: { maskedName: '*试辛', sex: 'female', ageYears: 31 },
    });
    expect(await admit({ document, type: 'whole_blood', newDonor: { name: '测试壬' } })).toMatchObject({
      code: 'NAME_DIFFERS',
    });
  });

  it.each([
    ['nothing', {}],
    ['two ways', { code: 'A1.something-long', phone: '19900001234' }],
  ])('refuses %s to find somebody by', async (_what, said) => {
    expect(await admit(said)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('polling', () => {
  it('answers nothing new to a phone that knows the present state', async () => {
    const donor = await aWalkIn(test, ward);
    const { tag } = await test.get(getMyVisit, {}, { as: donor.token });
    expect(await test.get(getMyVisit, { since: tag }, { as: donor.token })).toEqual({
      tag,
      unchanged: true,
      visit: null,
    });
    await call('登记台');
    expect(await test.get(getMyVisit, { since: tag }, { as: donor.token })).toMatchObject({
      visit: { state: 'called' },
    });
    const other = await asCitizen(test);
    expect(await test.get(getMyVisit, { since: 'none' }, { as: other.token })).toMatchObject({ unchanged: true });
  });
});
