import { closeCase, getCase, listCases, takeCase } from '@contract/cases';
import { getEligibility, getMyDeferrals } from '@contract/eligibility';
import { deliverResults } from '@contract/results';
import type { Site } from '@server/features/sites';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aResultRow, markersOf } from '@server/testing/builders/results';
import { asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { openCase } from '.';

let test: TestApp;
let site: Site;
let nurse: string;
beforeEach(async () => {
  test = await startTestApp();
  site = await aSite(test, await aStation(test));
  nurse = (await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id })).token;
});
afterEach(() => test.close());

const nurseOf = async (at: Site) =>
  (await asStaff(test, 'nurse', { organizationId: at.stationId, siteId: at.id })).token;
const cases = (as: string, input = {}) => test.get(listCases, input, { as });
const aComplaint = async (given: { dueInDays?: number; urgent?: boolean; kind?: 'survey' | 'reaction' } = {}) => {
  const { personId } = await asCitizen(test);
  const opened = await test.inTransaction(tx =>
    openCase(tx, {
      kind: given.kind ?? 'survey',
      source: personId,
      stationId: site.stationId,
      siteId: site.id,
      dueInDays: given.dueInDays ?? 5,
      urgent: given.urgent,
      subject: { personId, facts: [{ label: '意见', value: '等得太久' }], page: 'features/surveys/pages/survey' },
    }),
  );
  return { personId, ...opened };
};

async function aHeldDonor() {
  const { personId, token } = await asCitizen(test);
  const donation = await aDonation(test, personId, { site, on: '2026-03-03' });
  const machine = await asMachine(test, 'station', site.stationId);
  await machine.call(deliverResults, {
    batchId: 'b',
    rows: [aResultRow(donation, { markers: markersOf({ hbv: 'reactive' }) })],
  });
  const [line] = (await cases(nurse)).items;
  return { personId, token, caseId: line?.id ?? '' };
}

describe('the case list', () => {
  it('has the urgent ones first, then those that are due first, page by page', async () => {
    const late = await aComplaint({ dueInDays: 9 });
    const soon = await aComplaint({ dueInDays: 1 });
    const urgent = await aComplaint({ dueInDays: 20, urgent: true });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await cases(nurse, { limit: '1', cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([urgent.id, soon.id, late.id]);
  });

  it('says what is overdue', async () => {
    await aComplaint({ dueInDays: 1 });
    test.clock.advance(2 * 24 * 3600);
    expect((await cases(await nurseOf(site))).items).toMatchObject([{ overdue: true }]);
  });

  it('shows a nurse only the own station, a reviewer and an operator only complaints', async () => {
    const complaint = await aComplaint();
    const reaction = await aComplaint({ kind: 'reaction' });
    const elsewhere = await nurseOf(await aSite(test, await aStation(test)));
    expect((await cases(elsewhere)).items).toEqual([]);
    expect(await test.call(getCase, { caseId: complaint.id }, { as: elsewhere })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await cases(nurse)).items).toHaveLength(2);
    for (const role of ['reviewer', 'operator'] as const) {
      const { token } = await asStaff(test, role);
      expect((await cases(token)).items.map(({ kind }) => kind)).toEqual(['survey']);
      expect(await test.call(getCase, { caseId: reaction.id }, { as: token })).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('does not say who complained, not even in the audit of the opening', async () => {
    const { id, personId } = await aComplaint();
    const opened = await test.get(getCase, { caseId: id }, { as: nurse });
    expect(opened).toMatchObject({ donor: null, facts: [{ value: '等得太久' }] });
    const [line] = await test.inTransaction(tx => tx.em.findBy(AuditLine, { action: 'case.open' }));
    expect(line?.subjectId).toBe(id);
    expect(JSON.stringify(opened)).not.toContain(personId);
  });
});

describe('a case', () => {
  it('is taken by exactly one of two colleagues, and closed once', async () => {
    const { id } = await aComplaint();
    const colleague = await nurseOf(site);
    const answers = await Promise.all(
      [nurse, colleague].map(as => test.call(takeCase, { caseId: id, version: 1 }, { as })),
    );
    expect(answers.map(answer => answer.ok).sort()).toEqual([false, true]);
    const close = { caseId: id, version: 2, outcome: '已电话道歉', answer: '谢谢您的意见，已加派人手。' };
    expect(await test.call(closeCase, { ...close, version: 1 }, { as: nurse })).toMatchObject({
      code: 'STATE_CHANGED',
    });
    expect(await test.call(closeCase, close, { as: nurse })).toMatchObject({ ok: true });
    expect(await test.call(closeCase, { ...close, version: 3 }, { as: nurse })).toMatchObject({
      code: 'STATE_CHANGED',
    });
    expect((await cases(nurse, { state: 'closed' })).items).toMatchObject([{ id, state: 'closed' }]);
  });

  it('about a complaint is not closed without an answer to the donor', async () => {
    const { id } = await aComplaint();
    expect(await test.call(closeCase, { caseId: id, version: 1, outcome: '已处理' }, { as: nurse })).toMatchObject({
      code: 'ANSWER_NEEDED',
    });
  });

  it.each([
    ['end', {}, []],
    ['until', { until: '2026-06-01' }, [{ until: '2026-06-01', permanent: false }]],
    ['for_good', {}, [{ until: null, permanent: true }]],
  ] as const)('that holds a donor is closed with a decision: %s', async (decision, more, left) => {
    const { token, caseId } = await aHeldDonor();
    expect((await test.get(getMyDeferrals, {}, { as: token })).items).toHaveLength(1);
    const close = { caseId, version: 1, outcome: '已电话联系' };
    expect(await test.call(closeCase, close, { as: nurse })).toMatchObject({ code: 'HOLD_DECISION_NEEDED' });
    expect(
      await test.call(closeCase, { ...close, hold: { decision: 'until', until: '2026-03-05' } }, { as: nurse }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    await test.get(closeCase, { ...close, hold: { decision, ...more } }, { as: nurse });
    expect((await test.get(getMyDeferrals, {}, { as: token })).items).toMatchObject(left);
    const asked = { type: 'whole_blood', on: '2027-01-05' } as const;
    const { verdict } = await test.get(getEligibility, asked, { as: token });
    expect(verdict).toBe(decision === 'for_good' ? 'no' : 'yes');
  });
});
