import { decideConsent } from '@contract/consent';
import { getStay, reportStay, type WardClass, wardClass } from '@contract/hospital-stays';
import { listMessages, switchMessageTopic } from '@contract/notifications';
import { leftOutWards } from '@rules/care-notice';
import { Account } from '@server/features/identity';
import type { Organization } from '@server/features/organizations';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { aStay, permutations, type StayEventDraft } from '@server/testing/builders/hospital-stays';
import { aHospital } from '@server/testing/builders/organizations';
import { aDonor, aPerson, type TestPerson } from '@server/testing/builders/people';
import { asCitizen, asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { aDonation } from '@server/testing/builders/waivers';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { CareNotice } from './care-notice.entity';
import { forgetStays } from './forget-stays';
import { HospitalStay } from './hospital-stay.entity';
import { StayEvent } from './stay-event.entity';

let test: TestApp;
let hospital: Organization;
let his: TestMachine;
let donor: TestPerson;
let sms: { phone: string; text: string; at: string }[];

/** One server for all tests: each has a hospital and a donor of its own. */
beforeAll(async () => {
  test = await startTestApp({
    adapters: {
      sms: {
        async send({ phone, template, params }) {
          sms.push({ phone, text: `${template} ${JSON.stringify(params)}`, at: test.clock.now() });
          return { kind: 'accepted', providerId: 'provider-1' };
        },
        receipt: async () => 'delivered',
      },
    },
  });
});
let donors = 0;
beforeEach(async () => {
  sms = [];
  test.clock.set(testStart);
  hospital = await aHospital(test);
  his = await asMachine(test, 'hospital', hospital.id);
  donor = await aDonor(test, { name: '测试献血', phone: `199${String(++donors).padStart(8, '0')}` });
  await aDonation(test, donor, '2024-01-10');
});
afterAll(() => test.close());

const report = (event: StayEventDraft) => his.call(reportStay, event);
/** By the table: the feature that keeps the messages stands below this one. */
const messages = async (who: TestPerson = donor): Promise<unknown[]> =>
  test.app.db.read(em =>
    em.query('SELECT id FROM message WHERE kind = ? AND person_id = ?', ['inpatient.notice', who.personId]),
  );
const events = () => test.app.db.read(em => em.findBy(StayEvent, { hospitalId: hospital.id }));
const noticeState = async () =>
  (await test.app.db.read(em => em.findBy(CareNotice, { personId: donor.personId }))).map(({ state }) => state);
/** 23:00 in China. */
const night = '2026-03-05T15:00:00.000Z';
const morning = '2026-03-06T00:00:00.000Z';

describe('the notice of a stay', () => {
  it('goes to the donor who is admitted: in the inbox and by SMS, with the receipt', async () => {
    await report(aStay(donor).admitted());
    await test.drain();
    const { token } = await asCitizen(test, donor);
    const { items } = await test.get(listMessages, {}, { as: token });
    expect(items).toMatchObject([{ kind: 'inpatient.notice', page: 'features/waivers/pages/home' }]);
    expect(sms).toMatchObject([{ text: 'inpatient.notice {}' }]);
    test.clock.advance(180);
    await test.drain();
    const deliveries: unknown = await test.app.db.read(em =>
      em.query('SELECT state, reported_at FROM message_delivery WHERE channel = ? AND recipient_id = ?', [
        'sms',
        donor.personId,
      ]),
    );
    expect(deliveries).toEqual([{ state: 'delivered', reported_at: test.clock.now() }]);
  });

  it('is one, however often and in whatever pieces the stay is told', async () => {
    const stay = aStay(donor);
    const copies = Array.from({ length: 50 }, () => report(stay.admitted()));
    expect((await Promise.all(copies)).every(answer => answer.ok && answer.value.state === 'admitted')).toBe(true);
    await report(stay.transferred());
    await report(stay.corrected());
    await report(stay.discharged());
    await report(stay.readmitted());
    expect(await messages()).toHaveLength(1);
    expect(await events()).toHaveLength(5);
  });

  it('is not given to an account that staff have seen no document for: it may be somebody else’s', async () => {
    const { ownerId } = await asCitizen(test, donor);
    await test.inTransaction(tx => tx.em.update(Account, { id: ownerId }, { boundBy: 'register' }));
    await report(aStay(donor).admitted());
    expect([await messages(), await noticeState()]).toEqual([[], []]);
    await test.inTransaction(tx => tx.em.update(Account, { id: ownerId }, { boundBy: 'counter' }));
    await report(aStay(donor, { stayNumber: 'ZY-0002' }).admitted());
    expect(await messages()).toHaveLength(1);
  });

  it('comes again with another stay', async () => {
    await report(aStay(donor).admitted());
    await report(aStay(donor, { stayNumber: 'ZY-0002' }).admitted());
    expect(await messages()).toHaveLength(2);
  });

  it.each<[WardClass, number]>(wardClass.options.map(ward => [ward, leftOutWards.some(one => one === ward) ? 0 : 1]))(
    'in a ward of the kind %s is sent %i times',
    async (ward, times) => {
      await report(aStay(donor, { ward }).admitted());
      expect(await messages()).toHaveLength(times);
    },
  );

  it.each<[string, () => Promise<TestPerson>]>([
    [
      'somebody whom nobody knows',
      async () => ({ ...donor, document: { ...donor.document, docNumber: '330100199001019005' } }),
    ],
    ['a person who never donated', () => aPerson(test, { name: '测试旁人' })],
    ['another name with the number of a donor', async () => ({ ...donor, name: '测试错名' })],
  ])('is not sent for %s, and the stay keeps no trace of who it was', async (_case, patient) => {
    const answer = await report(aStay(await patient()).admitted());
    if (answer.ok) expect(answer.value).toEqual({ stayNumber: 'ZY-0001', state: 'admitted' });
    else expect(answer.code).toBe('INVALID_INPUT');
    expect(await messages()).toEqual([]);
    expect((await events()).every(({ personId }) => personId === null)).toBe(true);
  });

  it('is not sent without a yes in the hospital or in the app', async () => {
    await report({ ...aStay(donor).admitted(), patientAgrees: false } as StayEventDraft);
    expect(await messages()).toEqual([]);
  });

  it('is not sent to who has said no in the app', async () => {
    const { token } = await asCitizen(test, donor);
    await test.get(decideConsent, { purpose: 'inpatient_care', granted: false, version: '2026-11' }, { as: token });
    await report(aStay(donor).admitted());
    expect(await messages()).toEqual([]);
  });

  it('is not sent to who has stopped the topic', async () => {
    const { token } = await asCitizen(test, donor);
    await test.get(switchMessageTopic, { topic: 'inpatient', on: false }, { as: token });
    await report(aStay(donor).admitted());
    expect(await messages()).toEqual([]);
  });

  it('is not sent for an admission of four days ago', async () => {
    await report(aStay(donor, { at: '2026-03-01T00:00:00.000Z' }).admitted());
    expect(await messages()).toEqual([]);
  });
});

describe('a notice in the quiet hours', () => {
  beforeEach(() => test.clock.set(night));
  const stay = () => aStay(donor, { at: night });
  // Of this donor alone: other tests left notices that wait as well.
  const rung = () => sms.filter(({ phone }) => phone.endsWith(String(donors).padStart(8, '0')));
  const wait = async () => {
    await test.drain();
    expect(rung()).toEqual([]);
    test.clock.set(morning);
    await test.drain();
  };

  it('waits until eight o’clock', async () => {
    await report(stay().admitted());
    expect(await messages()).toEqual([]);
    await wait();
    expect(rung().map(({ at }) => at)).toEqual([morning]);
    expect(await noticeState()).toEqual(['given']);
  });

  it.each<[string, (events: ReturnType<typeof aStay>) => StayEventDraft]>([
    ['is discharged', events => events.discharged()],
    ['dies', events => events.died()],
    ['was never admitted', events => events.cancelled()],
    ['comes to a ward that is left out', events => events.transferred('psychiatry')],
  ])('is dropped when the patient %s before that', async (_case, next) => {
    await report(stay().admitted());
    await report(next(stay()));
    expect(await noticeState()).toEqual(['dropped']);
    await wait();
    expect([rung(), await messages()]).toEqual([[], []]);
  });

  it('is dropped when the donor says no before that', async () => {
    await report(stay().admitted());
    const { token } = await asCitizen(test, donor);
    await test.get(decideConsent, { purpose: 'inpatient_care', granted: false, version: '2026-11' }, { as: token });
    await wait();
    expect([rung(), await noticeState()]).toEqual([[], ['dropped']]);
  });

  it('goes to the right patient when the hospital corrects who was admitted', async () => {
    const other = await aDonor(test, { name: '测试另人', phone: '19900005678' });
    await aDonation(test, other, '2024-02-10');
    await report(stay().admitted());
    await report(stay().corrected(other));
    await wait();
    expect(sms.filter(({ phone }) => phone === '19900005678')).toHaveLength(1);
    expect(rung()).toEqual([]);
  });

  it('comes back when the discharge was an error, and is one', async () => {
    for (const event of [stay().admitted(), stay().discharged(), stay().readmitted()]) await report(event);
    await wait();
    expect(rung()).toHaveLength(1);
  });

  it('ends the same in every order of arrival', async () => {
    const orders = permutations(['admitted', 'transferred', 'corrected', 'discharged'] as const);
    for (const [n, order] of orders.entries()) {
      const one = aStay(donor, { at: night, stayNumber: `ZY-1${n}` });
      for (const kind of order) await report(one[kind]());
    }
    const stays = await test.app.db.read(em => em.findBy(HospitalStay, { hospitalId: hospital.id }));
    expect(stays.map(({ state }) => state)).toEqual(orders.map(() => 'discharged'));
    await wait();
    expect([rung(), (await noticeState()).every(state => state === 'dropped')]).toEqual([[], true]);
    for (const [n, order] of permutations(['admitted', 'transferred', 'corrected'] as const).entries()) {
      const one = aStay(donor, { at: morning, stayNumber: `ZY-2${n}` });
      for (const kind of order) await report(one[kind]());
    }
    expect(await messages()).toHaveLength(6);
  }, 20_000);
});

describe('what others may learn', () => {
  it('is nothing: no word of hospital, ward or illness in message, outbox or audit', async () => {
    const stay = aStay(donor, { ward: 'intensive' });
    for (const event of [stay.admitted(), stay.transferred('psychiatry'), stay.died()]) await report(event);
    await test.drain();
    const { token } = await asCitizen(test, donor);
    const inbox = await test.get(listMessages, {}, { as: token });
    const kept = await test.app.db.read(async em => [
      (await em.query('SELECT * FROM message')) as unknown,
      await em.find(OutboxMessage),
      await em.find(AuditLine),
      await em.find(StayEvent),
      await em.find(HospitalStay),
    ]);
    const text = JSON.stringify([inbox, kept, sms]);
    for (const word of [
      ...wardClass.options.filter(ward => ward !== 'other' && ward !== 'general'),
      'died',
      '死',
      '亡',
    ])
      expect(text).not.toContain(word);
    expect(JSON.stringify(inbox)).not.toMatch(
      /科|病房|病区|诊断|手术|肿瘤|癌|精神|传染|感染|产|孕|安宁|重症|监护|疾病|住院|医院/,
    );
    expect(text).not.toContain(donor.document.docNumber);
  });

  it('is the same answer for a donor and for a stranger', async () => {
    const stranger = await aPerson(test, { name: '测试旁人' });
    const [one, other] = [aStay(donor), aStay(stranger, { stayNumber: 'ZY-0002' })];
    const answers = [await report(one.admitted()), await report(other.admitted())];
    expect(answers.map(answer => answer.ok && answer.value.state)).toEqual(['admitted', 'admitted']);
    expect(Object.keys(answers[0]?.ok ? answers[0].value : {})).toEqual(['stayNumber', 'state']);
  });

  it('is forgotten ninety days after the last event', async () => {
    await report(aStay(donor).admitted());
    test.clock.advance(91 * 24 * 3600);
    await forgetStays(test.app);
    const left = await test.app.db.read(async em => [
      await em.count(HospitalStay),
      await em.count(StayEvent),
      await em.count(CareNotice),
    ]);
    expect(left).toEqual([0, 0, 0]);
  });
});

describe('an event', () => {
  it('with a number that came with another content is refused', async () => {
    const stay = aStay(donor);
    await report(stay.admitted());
    expect(await report({ ...stay.admitted(), sequence: 9 })).toMatchObject({ code: 'EVENT_MISMATCH' });
  });

  it('can be asked for after a time-out, in the hospital’s order, by this hospital alone', async () => {
    const stay = aStay(donor);
    await report(stay.died());
    await report(stay.admitted());
    const found = await his.call(getStay, { stayNumber: 'ZY-0001' });
    expect(found).toMatchObject({ value: { state: 'discharged' } });
    expect(found.ok && found.value.events.map(({ kind }) => kind)).toEqual(['admitted', 'discharged']);
    const other = await asMachine(test, 'hospital', (await aHospital(test)).id);
    expect(await other.call(getStay, { stayNumber: 'ZY-0001' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
