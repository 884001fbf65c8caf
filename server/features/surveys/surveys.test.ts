import { closeCase, getCase, listCases } from '@contract/cases';
import { listMessages } from '@contract/notifications';
import { answerSurvey, getMySurvey, listSiteScores } from '@contract/surveys';
import type { Site } from '@server/features/sites';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { anEndedVisit } from '@server/testing/builders/surveys';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let site: Site;
beforeEach(async () => {
  test = await startTestApp();
  site = await aSite(test, await aStation(test));
});
afterEach(() => test.close());

const again = async (personId: string) => ({ as: (await asCitizen(test, { personId })).token });
const surveyOf = async (personId: string) => (await test.get(getMySurvey, {}, await again(personId))).survey;
const rate = async (personId: string, score: number, more = {}) =>
  test.call(
    answerSurvey,
    { surveyId: (await surveyOf(personId))?.id ?? '', score, reasons: [], ...more },
    await again(personId),
  );
const invitations = async (personId: string) =>
  (await test.get(listMessages, {}, await again(personId))).items.filter(({ kind }) => kind === 'survey.invited');

describe('the survey of a visit', () => {
  it('invites once: two days after a donation, the day after a visit without one', async () => {
    const donor = await anEndedVisit(test, site);
    const deferred = await anEndedVisit(test, site, 'deferred');
    test.clock.set('2026-03-06T10:30:00.000Z');
    await test.drain();
    expect([await invitations(donor.personId), await invitations(deferred.personId)]).toMatchObject([[], [{}]]);
    test.clock.set('2026-03-07T10:30:00.000Z');
    await test.drain();
    expect(await invitations(donor.personId)).toMatchObject([{ body: expect.stringContaining(site.name) as string }]);
  });

  it('does not invite whoever has answered already', async () => {
    const { personId } = await anEndedVisit(test, site);
    await rate(personId, 5);
    test.clock.set('2026-03-07T10:30:00.000Z');
    await test.drain();
    expect(await invitations(personId)).toEqual([]);
  });

  it('is answered once, by the visitor alone, within seven days', async () => {
    const { personId } = await anEndedVisit(test, site);
    const surveyId = (await surveyOf(personId))?.id ?? '';
    const command = { surveyId, score: 2, reasons: [] };
    expect(await test.call(answerSurvey, command, { as: (await asCitizen(test)).token })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const as = await again(personId);
    const answers = await Promise.all([1, 2, 3].map(() => test.call(answerSurvey, command, as)));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    const { token } = await asStaff(test, 'operator');
    expect((await test.get(listCases, {}, { as: token })).items).toHaveLength(1);
    const late = await anEndedVisit(test, site);
    test.clock.set('2026-03-12T00:59:59.000Z');
    expect((await surveyOf(late.personId))?.open).toBe(true);
    test.clock.set('2026-03-12T01:00:00.000Z');
    expect(await rate(late.personId, 5)).toMatchObject({ code: 'SURVEY_CLOSED' });
  });

  it.each([
    [1, '2026-03-10'],
    [2, '2026-03-10'],
    [3, null],
    [5, null],
  ])('with %d of five is answered by %s', async (score, answerBy) => {
    const { personId } = await anEndedVisit(test, site);
    expect(await rate(personId, score)).toMatchObject({ ok: true, value: { answerBy } });
  });

  it('with a low score is a complaint without a name, and its answer reaches the donor', async () => {
    const { personId, token } = await anEndedVisit(test, site);
    await rate(personId, 1, { reasons: ['waiting', 'waiting'], words: '等了两个小时' });
    const staff = { as: (await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id })).token };
    const [line] = (await test.get(listCases, {}, staff)).items;
    const opened = await test.get(getCase, { caseId: line?.id ?? '' }, staff);
    expect(opened).toMatchObject({ kind: 'survey', donor: null });
    expect(opened.facts.map(({ value }) => value)).toEqual(['很不满意', '等候时间', '等了两个小时']);
    const answer = '对不起，周末已加开一张采血椅。';
    await test.get(closeCase, { caseId: opened.id, version: 1, outcome: '已加派人手', answer }, staff);
    expect((await test.get(getMySurvey, {}, { as: token })).survey).toMatchObject({
      answer,
      answered: { score: 1, reasons: ['waiting'], words: '等了两个小时' },
    });
    const { items } = await test.get(listMessages, {}, { as: token });
    expect(items[0]).toMatchObject({ kind: 'reply.ready', page: expect.stringContaining('surveyId=') as string });
  });
});

describe('the scores of a site', () => {
  const scores = async () =>
    (await test.get(listSiteScores, {}, { as: (await asStaff(test, 'operator')).token })).items;

  it('are shown from five answers on, by month', async () => {
    const visitors = [];
    for (let count = 0; count < 6; count++) visitors.push((await anEndedVisit(test, site, 'left')).personId);
    for (const [index, score] of [5, 4, 5, 1].entries()) await rate(visitors[index] ?? '', score);
    const at = { siteId: site.id, siteName: site.name, month: '2026-03' };
    expect(await scores()).toEqual([{ ...at, asked: 6, answered: 4, figures: null }]);
    await rate(visitors[4] ?? '', 4);
    expect(await scores()).toEqual([
      {
        ...at,
        asked: 6,
        answered: 5,
        figures: { meanTenths: 38, lowPercent: 20, casesClosed: 0, casesOpen: 1, daysToAnswer: null },
      },
    ]);
    const staff = { as: (await asStaff(test, 'operator')).token };
    const [line] = (await test.get(listCases, {}, staff)).items;
    test.clock.advance(3 * 24 * 3600);
    const later = { as: (await asStaff(test, 'operator')).token };
    await test.get(
      closeCase,
      { caseId: line?.id ?? '', version: 1, outcome: '已回复', answer: '谢谢您的意见。' },
      later,
    );
    expect((await scores())[0]?.figures).toMatchObject({ casesClosed: 1, casesOpen: 0, daysToAnswer: 3 });
  });

  it('are for operators', async () => {
    const { token } = await asStaff(test, 'nurse');
    expect(await test.call(listSiteScores, {}, { as: token })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
