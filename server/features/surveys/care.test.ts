import { closeCase, getCase, listCases } from '@contract/cases';
import { listMessages } from '@contract/notifications';
import { answerCheck, getMyCheck, listMyReports, reportReaction } from '@contract/surveys';
import type { Site } from '@server/features/sites';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { anEndedVisit } from '@server/testing/builders/surveys';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { ReactionReport } from './reaction-report.entity';
import { WellbeingCheck } from './wellbeing-check.entity';

let test: TestApp;
let site: Site;
beforeEach(async () => {
  test = await startTestApp();
  site = await aSite(test, await aStation(test));
});
afterEach(() => test.close());

const nurse = async () => (await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id })).token;
const again = async (personId: string) => ({ as: (await asCitizen(test, { personId })).token });
const kindsOf = async (personId: string) =>
  (await test.get(listMessages, {}, await again(personId))).items.map(({ kind }) => kind);
const drainAt = async (at: string) => {
  test.clock.set(at);
  await test.drain();
};
const checkOf = async (personId: string) => (await test.get(getMyCheck, {}, await again(personId))).check;

describe('the day after a donation', () => {
  it('asks at ten in the morning how the donor is', async () => {
    const { personId } = await anEndedVisit(test, site);
    await drainAt('2026-03-06T01:59:00.000Z');
    expect(await kindsOf(personId)).not.toContain('care.how-are-you');
    await drainAt('2026-03-06T02:00:00.000Z');
    expect((await kindsOf(personId)).filter(kind => kind === 'care.how-are-you')).toHaveLength(1);
  });

  it('asks nobody who has not donated, and nobody twice', async () => {
    const deferred = await anEndedVisit(test, site, 'deferred');
    const donor = await anEndedVisit(test, site);
    await donor.end();
    await drainAt('2026-03-06T02:00:00.000Z');
    expect(await kindsOf(deferred.personId)).not.toContain('care.how-are-you');
    expect((await kindsOf(donor.personId)).filter(kind => kind === 'care.how-are-you')).toHaveLength(1);
  });

  it.each([
    ['good', false],
    ['a_bit', false],
    ['not_good', true],
  ] as const)('who is %s gets advice; called by the station: %s', async (feeling, called) => {
    const { personId, token } = await anEndedVisit(test, site);
    const check = await checkOf(personId);
    const answer = await test.get(answerCheck, { checkId: check?.id ?? '', feeling }, { as: token });
    expect(answer).toMatchObject({
      urgent: called,
      phone: site.phone,
      callBackBy: called ? '2026-03-05' : null,
      surveyId: expect.any(String) as string,
    });
    expect(answer.advice.length).toBeGreaterThan(0);
    const { items } = await test.get(listCases, {}, { as: await nurse() });
    expect(items.map(({ kind, urgent }) => [kind, urgent])).toEqual(called ? [['check', true]] : []);
    expect(await checkOf(personId)).toMatchObject({ answered: feeling });
    const [stored] = await test.inTransaction(tx => tx.em.find(WellbeingCheck));
    expect(stored?.answerSealed).not.toContain(feeling);
  });

  it('is answered once, by the donor alone, within a week', async () => {
    const { personId, token } = await anEndedVisit(test, site);
    const checkId = (await checkOf(personId))?.id ?? '';
    const stranger = (await asCitizen(test)).token;
    const command = { checkId, feeling: 'not_good' } as const;
    expect(await test.call(answerCheck, command, { as: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    const answers = await Promise.all([1, 2].map(() => test.call(answerCheck, command, { as: token })));
    expect(answers.map(answer => answer.ok).sort()).toEqual([false, true]);
    expect((await test.get(listCases, {}, { as: await nurse() })).items).toHaveLength(1);
    const late = await anEndedVisit(test, site);
    const lateId = (await checkOf(late.personId))?.id ?? '';
    test.clock.set('2026-03-13T01:00:00.000Z');
    expect(await checkOf(late.personId)).toBeNull();
    expect(
      await test.call(answerCheck, { checkId: lateId, feeling: 'good' }, await again(late.personId)),
    ).toMatchObject({ code: 'CHECK_CLOSED' });
  });
});

describe('a report of a reaction', () => {
  const report = {
    symptoms: ['bruise' as const],
    severity: 'moderate' as const,
    startedOn: '2026-03-05',
  };

  it('is a case with what was said, and its answer reaches the donor', async () => {
    const { personId, token, donation } = await anEndedVisit(test, site);
    const donationId = donation?.id ?? '';
    const answer = await test.get(
      reportReaction,
      { ...report, symptoms: ['bruise', 'bruise', 'fever'], donationId, words: '手臂青了一片' },
      { as: token },
    );
    expect(answer).toMatchObject({ urgent: false, callBackBy: '2026-03-06', phone: site.phone, tellLate: true });
    const as = { as: await nurse() };
    const [line] = (await test.get(listCases, {}, as)).items;
    const opened = await test.get(getCase, { caseId: line?.id ?? '' }, as);
    expect(opened.facts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['淤青、发热', '2026-03-05', '手臂青了一片']),
    );
    expect(opened).toMatchObject({ kind: 'reaction', answerable: true, donor: { name: expect.any(String) as string } });
    const reply = { outcome: '已电话随访', answer: '请冷敷一天，之后热敷。' };
    await test.get(closeCase, { caseId: opened.id, version: 1, ...reply }, as);
    expect((await test.get(listMyReports, {}, { as: token })).items).toMatchObject([
      { state: 'closed', answer: reply.answer, words: '手臂青了一片', symptoms: ['bruise', 'fever'] },
    ]);
    expect(await kindsOf(personId)).toContain('reply.ready');
    const [row] = await test.inTransaction(tx => tx.em.find(ReactionReport));
    expect(JSON.stringify(row)).not.toMatch(/bruise|手臂/);
  });

  it('that is severe is urgent and due today', async () => {
    const { token, donation } = await anEndedVisit(test, site);
    const command = { ...report, severity: 'severe' as const, donationId: donation?.id ?? '' };
    expect(await test.get(reportReaction, command, { as: token })).toMatchObject({
      urgent: true,
      callBackBy: '2026-03-05',
      tellLate: false,
    });
    expect((await test.get(listCases, {}, { as: await nurse() })).items).toMatchObject([{ urgent: true }]);
  });

  it('is possible for thirty days, on own donations, five times each', async () => {
    const { personId, token } = await asCitizen(test);
    const recent = await aDonation(test, personId, { site, on: '2026-02-03' });
    const old = await aDonation(test, personId, { site, on: '2025-08-02' });
    const send = (donationId: string, as = token) => test.call(reportReaction, { ...report, donationId }, { as });
    expect((await test.get(listMyReports, {}, { as: token })).donations).toMatchObject([
      { donationId: recent.id, reportUntil: '2026-03-05' },
    ]);
    expect(await send(old.id)).toMatchObject({ code: 'REPORT_TOO_LATE' });
    expect(await send(recent.id, (await asCitizen(test)).token)).toMatchObject({ code: 'NOT_FOUND' });
    for (let count = 0; count < 5; count++) expect(await send(recent.id)).toMatchObject({ ok: true });
    expect(await send(recent.id)).toMatchObject({ code: 'TOO_MANY_REPORTS' });
  });

  it.each([
    ['before the donation', '2026-03-04', 'before_donation'],
    ['in the future', '2026-03-06', 'in_future'],
  ])('cannot begin %s', async (_, startedOn, reason) => {
    const { token, donation } = await anEndedVisit(test, site);
    const command = { ...report, startedOn, donationId: donation?.id ?? '' };
    expect(await test.call(reportReaction, command, { as: token })).toMatchObject({
      details: { fields: [{ field: 'startedOn', reason }] },
    });
  });
});
