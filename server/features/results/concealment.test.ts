import { bookAppointment, findNextBooking } from '@contract/appointments';
import { joinWaitlist } from '@contract/waitlist';
import { getCertificate } from '@contract/certificates';
import { getCase, listCases } from '@contract/cases';
import { getEligibility, getMyDeferrals } from '@contract/eligibility';
import { listMessages } from '@contract/notifications';
import { exportMyData } from '@contract/own-data';
import { deliverResults, deliverUsed, getMyResult, listMyResults } from '@contract/results';
import { addDeferral } from '@server/features/donors';
import { Donation } from '@server/features/donations';
import type { Site } from '@server/features/sites';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { asHelpedByRelative } from '@server/testing/builders/assistance';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aSlot } from '@server/testing/builders/sites';
import { aPerson, type TestPerson } from '@server/testing/builders/people';
import { aResultRow, markersOf, printedNumber } from '@server/testing/builders/results';
import { asCitizen, asMachine, asStaff, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

interface Sms {
  to: string;
  text: string;
  at: string;
}
let test: TestApp;
let sent: Sms[];
let site: Site;
let machine: TestMachine;
let nurse: string;
beforeEach(async () => {
  sent = [];
  test = await startTestApp({
    adapters: {
      sms: {
        async send({ phone, template, params }) {
          sent.push({ to: phone, text: `${template} ${JSON.stringify(params)}`, at: test.clock.now() });
          return { kind: 'accepted', providerId: 'provider-1' };
        },
        receipt: async () => 'delivered',
      },
    },
  });
  const station = await aStation(test);
  site = await aSite(test, station);
  machine = await asMachine(test, 'station', station.id);
  nurse = (await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id })).token;
});
afterEach(() => test.close());

const reactive = ['hbv', 'hcv', 'hiv', 'syphilis', 'nat', 'htlv'].map(
  marker => [marker, { [marker]: 'reactive' }] as const,
);

/** Everything that a donor with these markers can see, and everything that leaves the service about them. */
async function allThatShows(markers: Readonly<Record<string, string>>, deliverAt: string) {
  test.clock.set(deliverAt);
  const phone = '19900001234';
  const person = await aPerson(test, { phone });
  const donation = await aDonation(test, person.personId, { site, on: '2026-03-03' });
  const row = aResultRow(donation, { markers: markersOf(markers), values: [{ test: 'alt', value: '88' }] });
  const answer = await machine.call(deliverResults, { batchId: 'batch', rows: [row] });
  await machine.call(deliverUsed, {
    batchId: 'used',
    rows: [{ donationNumber: printedNumber(donation), usedOn: '2026-03-05' }],
  });
  test.clock.set('2026-03-05T02:00:00.000Z');
  sent = [];
  await test.drain();
  test.clock.set('2026-03-05T12:00:00.000Z');
  await test.drain();
  const as = { as: (await asCitizen(test, person)).token };
  const { donationId: _one, ...result } = await test.get(getMyResult, { donationId: donation.id }, as);
  const [listed] = (await test.get(listMyResults, {}, as)).items;
  const asked = { type: 'whole_blood', on: '2027-03-05' } as const;
  const copy = JSON.parse((await test.get(exportMyData, {}, as)).content) as {
    检测结果: unknown;
    暂缓献血: readonly object[];
  };
  const shown = {
    answer,
    copy: [copy.检测结果, copy.暂缓献血.map(item => ({ ...item, id: '' }))],
    // Only these two say when the batch arrived, not what stood in it.
    result: { ...result, toldAt: null },
    listed: { ...listed, donationId: '' },
    deferrals: (await test.get(getMyDeferrals, {}, as)).items.map(item => ({ ...item, id: '' })),
    eligibility: await test.get(getEligibility, asked, as),
    home: (await test.get(getCertificate, {}, as)).deferral,
    inbox: (await test.get(listMessages, {}, as)).items.map(({ kind, title, body, at }) => ({ kind, title, body, at })),
    sms: sent.filter(({ to }) => to === phone),
  };
  return { shown: JSON.parse(JSON.stringify(shown).replaceAll(donation.id, 'DONATION')) as unknown, as, donation };
}

describe('a donor with a reactive marker', () => {
  it.each(reactive)('%s sees and gets exactly what a donor with a technical repeat does', async (_, markers) => {
    const repeat = await allThatShows({ sample: 'repeat' }, '2026-03-05T01:10:00.000Z');
    test.clock.set('2026-03-05T01:00:00.000Z');
    // Another hour of the same morning: the notice goes out at the same minute.
    const found = await allThatShows(markers, '2026-03-05T01:40:00.000Z');
    expect(found.shown).toEqual(repeat.shown);
    expect(found.shown).toMatchObject({
      result: { status: 'contact', values: [], station: { phone: site.phone } },
      eligibility: { verdict: 'doctor' },
      deferrals: [
        { ruleId: null, until: null, permanent: false, text: expect.stringContaining('请与血站联系') as string },
      ],
      sms: [{ text: 'result.ready {}', at: '2026-03-05T02:00:00.000Z' }],
    });
  });

  it('reads no marker and no value in any word of the service', async () => {
    const { shown } = await allThatShows({ hiv: 'reactive' }, '2026-03-05T01:10:00.000Z');
    expect(JSON.stringify(shown)).not.toMatch(
      /hiv|hbv|hcv|syphilis|reactive|LAB-|艾滋|肝炎|梅毒|病毒|阳性|反应性|不合格|88/i,
    );
  });

  it('gets the same message as somebody whose blood is in order', async () => {
    const clear = await allThatShows({}, '2026-03-05T01:10:00.000Z');
    test.clock.set('2026-03-05T01:00:00.000Z');
    const found = await allThatShows({ hiv: 'reactive' }, '2026-03-05T01:10:00.000Z');
    const sms = ({ shown }: typeof clear) => (shown as { sms: Sms[] }).sms;
    expect(sms(found)).toEqual(sms(clear));
  });

  it('is a task for a person of the station, which does not name the cause either', async () => {
    const { donation } = await allThatShows({ hiv: 'reactive' }, '2026-03-05T01:10:00.000Z');
    nurse = (await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id })).token;
    const [line] = (await test.get(listCases, {}, { as: nurse })).items;
    expect(line).toMatchObject({ kind: 'result', state: 'open', dueOn: '2026-03-08' });
    const opened = await test.get(getCase, { caseId: line?.id ?? '' }, { as: nurse });
    expect(opened).toMatchObject({
      donor: { phone: '19900001234', donationNumber: printedNumber(donation) },
      holdsDonor: true,
    });
    expect(JSON.stringify(opened)).not.toMatch(/hiv|reactive|艾滋/i);
  });

  it('is told nothing new when a repeat turns out reactive, or the other way round', async () => {
    const { as, donation } = await allThatShows({ sample: 'repeat' }, '2026-03-05T01:10:00.000Z');
    const before = await test.get(listMessages, {}, as);
    const row = aResultRow(donation, { testedAt: '2026-03-05 12:00', markers: markersOf({ hiv: 'reactive' }) });
    await machine.call(deliverResults, { batchId: 'again', rows: [row] });
    test.clock.set('2026-03-06T02:00:00.000Z');
    await test.drain();
    const { token } = await asCitizen(test, { personId: donation.personId });
    expect(await test.get(listMessages, {}, { as: token })).toEqual(before);
    expect((await test.get(getMyDeferrals, {}, { as: token })).items).toHaveLength(1);
  });

  it('is not given away to a relative who may read results', async () => {
    const { donation } = await allThatShows({ hiv: 'reactive' }, '2026-03-05T01:10:00.000Z');
    const { token, donor } = await asHelpedByRelative(test, undefined, ['results']);
    await test.inTransaction(tx => tx.em.update(Donation, { id: donation.id }, { personId: donor.personId }));
    const seen = await test.get(getMyResult, { donationId: donation.id }, { as: token });
    expect(seen).toMatchObject({ status: 'waiting', toldAt: null, values: [] });
    expect(seen.journey.slice(1)).toMatchObject([{ on: null }, { on: null }]);
    expect((await test.get(listMyResults, {}, { as: token })).items).toMatchObject([{ status: 'waiting' }]);
  });

  it('looks to a relative like a donor with a technical repeat, or with any wait that ends, on every day that is asked', async () => {
    const asRelative = async (arrange: (donor: TestPerson) => Promise<unknown>) => {
      const { token, donor } = await asHelpedByRelative(test, undefined, ['results', 'history']);
      await arrange(donor);
      const as = { as: token };
      const ask = (on: string) => test.get(getEligibility, { type: 'whole_blood', on }, as);
      const slot = await aSlot(test, site, { onDate: '2026-03-30', ...fresh() });
      const booking = await test.call(bookAppointment, { slotId: slot.id, type: 'whole_blood' }, as);
      const wish = { siteId: site.id, type: 'whole_blood' as const, days: ['2026-04-20'], from: '08:00', to: '20:00' };
      const { nextDates, deferral } = await test.get(getCertificate, {}, as);
      const next = await test.get(findNextBooking, {}, as);
      const waiting = await test.call(joinWaitlist, wish, as);
      return JSON.parse(
        JSON.stringify({
          ...{ today: await ask('2026-03-05'), later: await ask('2026-03-30'), far: await ask('2027-03-05') },
          ...{ nextDates, deferral, next, booking, waiting },
        }).replaceAll(/"requestId":"[^"]*"/g, '"requestId":""'),
      ) as unknown;
    };
    let minute = 0;
    const fresh = () => ({ startsAt: `2026-03-30T02:${String(10 + minute++)}:00.000Z` });
    const deliver = (given: Parameters<typeof aResultRow>[1]) => async (donor: TestPerson) => {
      const donation = await aDonation(test, donor.personId, { site, on: '2025-01-03' });
      await machine.call(deliverResults, { batchId: `batch-${minute}`, rows: [aResultRow(donation, given)] });
    };
    const untilOn = '2026-03-20';
    const waits = async ({ personId }: TestPerson) => {
      await aDonation(test, personId, { site, on: '2025-01-03' });
      await test.inTransaction(tx => addDeferral(tx, { personId, ruleId: 'T-21', reason: '测试', untilOn }));
    };
    const found = await asRelative(deliver({ markers: markersOf({ hiv: 'reactive' }) }));
    expect(found).toMatchObject({
      today: { verdict: 'doctor', date: null, reasons: [{ ruleId: 'DEFERRAL', until: null }] },
      far: { verdict: 'doctor', date: null },
      deferral: { until: null },
      next: { earliest: null },
      booking: { code: 'NOT_ELIGIBLE', details: { earliest: null } },
      waiting: { code: 'NOT_ELIGIBLE' },
    });
    expect(await asRelative(deliver({ markers: markersOf({ sample: 'repeat' }) }))).toEqual(found);
    expect(await asRelative(waits)).toEqual(found);
    const clear = await asRelative(deliver({ markers: markersOf({}) }));
    expect(clear).toMatchObject({ today: { verdict: 'yes' }, deferral: null });
  });

  it('leaves no marker in the outbox and in the audit', async () => {
    await allThatShows({ hiv: 'reactive' }, '2026-03-05T01:10:00.000Z');
    const rows = await test.inTransaction(async tx => [await tx.em.find(OutboxMessage), await tx.em.find(AuditLine)]);
    expect(JSON.stringify(rows)).not.toMatch(/hiv|reactive|contact/i);
  });
});
