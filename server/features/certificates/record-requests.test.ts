import { closeCase, getCase, listCases, takeCase } from '@contract/cases';
import { listMessages } from '@contract/notifications';
import { listRecordRequests, requestRecord } from '@contract/record-requests';
import type { Site } from '@server/features/sites';
import { asHelpedByStaff } from '@server/testing/builders/assistance';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let site: Site;
let nurse: string;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  site = await aSite(test, await aStation(test));
  nurse = (await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id })).token;
});

const on = '2019-06-01';
const missing = () => ({ about: 'missing', siteId: site.id, on, words: '那天献了 300 毫升' }) as const;
const listOf = async (as: string) => (await test.get(listRecordRequests, {}, { as })).items;
const openCases = async () => (await test.get(listCases, { kind: 'record' }, { as: nurse })).items;

describe('a donor who asks about the record', () => {
  it('is answered by the station: for a missing donation, with state, answer and message', async () => {
    const { token } = await asCitizen(test);
    const { requestId, dueOn } = await test.get(requestRecord, missing(), { as: token });
    expect(dueOn).toBe('2026-03-12');
    const asked = { id: requestId, about: 'missing', on, siteName: site.name, words: '那天献了 300 毫升', dueOn };
    expect(await listOf(token)).toMatchObject([{ ...asked, state: 'open', answer: null }]);

    const [line] = await openCases();
    const caseId = line?.id ?? '';
    const opened = await test.get(getCase, { caseId }, { as: nurse });
    expect(opened).toMatchObject({ answerable: true, holdsDonor: false, donor: { donationNumber: null } });
    expect(opened.facts).toContainEqual({ label: '本人说明', value: '那天献了 300 毫升' });
    await test.get(takeCase, { caseId, version: 1 }, { as: nurse });
    expect((await listOf(token))[0]?.state).toBe('in_work');
    const close = { caseId, version: 2, outcome: '查到纸质记录，已补录' };
    expect(await test.call(closeCase, close, { as: nurse })).toMatchObject({ code: 'ANSWER_NEEDED' });
    await test.get(closeCase, { ...close, answer: '已经补上，请在献血记录里查看。' }, { as: nurse });
    expect(await listOf(token)).toMatchObject([{ state: 'closed', answer: '已经补上，请在献血记录里查看。' }]);
    const { items } = await test.get(listMessages, {}, { as: token });
    expect(items[0]).toMatchObject({ kind: 'reply.ready', page: 'features/certificates/pages/requests' });
  });

  it('or to correct a donation, which the station sees by its number', async () => {
    const { token, personId } = await asCitizen(test);
    const { id: donationId } = await aDonation(test, personId, { site, on });
    await test.get(requestRecord, { about: 'wrong', donationId, words: '应该是 400 毫升' }, { as: token });
    expect(await listOf(token)).toMatchObject([{ about: 'wrong', on, siteName: site.name }]);
    const [line] = await openCases();
    const { donor } = await test.get(getCase, { caseId: line?.id ?? '' }, { as: nurse });
    expect(donor?.donationNumber).toMatch(/^\w{14}$/);
  });

  it('is told when the donation is there already, and never asks about somebody else’s', async () => {
    const { token, personId } = await asCitizen(test);
    const { id: donationId } = await aDonation(test, personId, { site, on });
    expect(await test.call(requestRecord, missing(), { as: token })).toMatchObject({ code: 'ALREADY_THERE' });
    const other = await asCitizen(test);
    const wrong = { about: 'wrong', donationId, words: '不是我' } as const;
    expect(await test.call(requestRecord, wrong, { as: other.token })).toMatchObject({ code: 'NOT_FOUND' });
    const future = { ...missing(), on: '2026-03-06' };
    expect(await test.call(requestRecord, future, { as: token })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'on', reason: 'in_future' }] },
    });
  });

  it('has three requests open at the most, also when four are sent at the same moment', async () => {
    const { token } = await asCitizen(test);
    const days = ['2019-06-01', '2019-06-02', '2019-06-03', '2019-06-04'];
    const answers = await Promise.all(
      days.map(day => test.call(requestRecord, { ...missing(), on: day }, { as: token })),
    );
    expect(answers.map(answer => (answer.ok ? 'sent' : answer.code)).sort()).toEqual([
      'TOO_MANY_OPEN',
      'sent',
      'sent',
      'sent',
    ]);
  });

  it('asks at the counter, too; nobody of another station sees it', async () => {
    const { token } = await asHelpedByStaff(test);
    await test.get(requestRecord, missing(), { as: token });
    expect(await listOf(token)).toHaveLength(1);
    const stranger = (await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id })).token;
    expect((await test.get(listCases, { kind: 'record' }, { as: stranger })).items).toEqual([]);
  });
});
