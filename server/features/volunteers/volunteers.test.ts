import { getGrowth } from '@contract/growth';
import * as contract from '@contract/volunteers';
import { Donor } from '@server/features/donors';
import { aStation } from '@server/testing/builders/organizations';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

describe('hours of voluntary service', () => {
  let test: TestApp;
  let nurse: string;
  let other: string;
  beforeAll(async () => {
    test = await startTestApp();
    nurse = (await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id })).token;
    other = (await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id })).token;
  });
  afterAll(() => test.close());

  const aVolunteer = async () => {
    const donor = await aDonor(test);
    const { token: as } = await asCitizen(test, donor);
    const { certificateNumber } = await test.inTransaction(tx =>
      tx.em.findOneByOrFail(Donor, { personId: donor.personId }),
    );
    return { ...donor, as, whose: certificateNumber };
  };
  const event = { eventNumber: 'HZ-2025-001', on: '2025-10-01', minutes: 240, activity: '街头献血引导' };
  const record = (given: { whose: string; name: string } & Partial<typeof event>, as = nurse) =>
    test.call(contract.recordVolunteerHours, { ...event, ...given }, { as });
  const hours = (as: string) => test.get(contract.getVolunteerHours, {}, { as });

  it('are written down by staff, once for each event, and seen by the volunteer', async () => {
    const { as, whose, name, personId } = await aVolunteer();
    expect(await record({ whose, name })).toMatchObject({ value: { outcome: 'recorded' } });
    expect(await record({ whose, name, eventNumber: 'hz-2025-001' })).toMatchObject({ value: { outcome: 'already' } });
    expect(await record({ whose, name, minutes: 300 })).toMatchObject({ code: 'EVENT_DIFFERS' });
    expect(await hours(as)).toMatchObject({
      standing: { minutes: 240, wholeHours: 4, stars: 0, hoursToNextStar: 96 },
      services: [{ eventNumber: 'HZ-2025-001', on: '2025-10-01', minutes: 240, activity: '街头献血引导' }],
    });
    expect(await test.call(contract.recordVolunteerHours, { ...event, whose, name }, { as })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(personId).not.toBe('');
  });

  it('make one row of two lists that come at once', async () => {
    const { as, whose, name } = await aVolunteer();
    const answers = await Promise.all([1, 2, 3].map(() => record({ whose, name })));
    expect(answers.map(answer => answer.ok && answer.value.outcome).sort()).toEqual(['already', 'already', 'recorded']);
    expect((await hours(as)).services).toHaveLength(1);
  });

  it('are given to nobody whose name does not fit the number', async () => {
    const { whose } = await aVolunteer();
    const { document, name } = await aPerson(test);
    expect(await record({ whose, name: '测试不符' })).toMatchObject({ code: 'NAME_DIFFERS' });
    expect(await record({ whose: 'ZJ00000000', name })).toMatchObject({ code: 'PERSON_UNKNOWN' });
    expect(await record({ whose: document.docNumber, name, on: '2026-03-06' })).toMatchObject({ code: 'DAY_NOT_YET' });
    // A volunteer who never donated is found by the identity card.
    expect(await record({ whose: document.docNumber, name })).toMatchObject({ ok: true });
  });

  it('come as a list: good rows go in, each bad one is told by line and reason, and twice changes nothing', async () => {
    const { as, whose, name } = await aVolunteer();
    const good = (event: string, hours: string) => `${event},${whose},${name},2025/11/1,${hours},社区宣传`;
    const rows = [
      '活动编号,证号,姓名,日期,小时,内容',
      good('A-1', '3.5'),
      good('A-2', '2').replace(name, '测试不符'),
      good('A-3', '2.33'),
      good('A-4', '2').replace('2025/11/1', '2025-02-30'),
      '',
      good('A-5', '2').split(',').slice(1).join(','),
      good('A-6', '2').replace(whose, 'ZJ99999999'),
      good('A 7', '2'),
      good('A-8', '2').replace('2025/11/1', '2026-12-01'),
      good('A-1', '4'),
      good('A-9', '1.25'),
    ];
    const send = () => test.get(contract.importVolunteerHours, { csv: rows.join('\r\n') }, { as: nurse });
    const problems = [
      { line: 3, reason: 'name_differs' },
      { line: 4, reason: 'hours' },
      { line: 5, reason: 'day' },
      { line: 7, reason: 'columns' },
      { line: 8, reason: 'person_unknown' },
      { line: 9, reason: 'event_number' },
      { line: 10, reason: 'day_not_yet' },
      { line: 11, reason: 'event_differs' },
    ];
    expect(await send()).toEqual({ recorded: 2, already: 0, problems });
    expect(await send()).toEqual({ recorded: 0, already: 2, problems });
    expect((await hours(as)).standing).toMatchObject({ minutes: 285, wholeHours: 4 });
    const many = Array.from({ length: 501 }, (_, n) => good(`B-${n}`, '1')).join('\n');
    expect(await test.call(contract.importVolunteerHours, { csv: many }, { as: nurse })).toMatchObject({
      code: 'TOO_MANY_ROWS',
    });
  });

  it('are corrected by who recorded them, and what stood there before stays readable', async () => {
    const { as, whose, name } = await aVolunteer();
    await record({ whose, name });
    const found = await test.get(contract.findVolunteer, { whose }, { as: nurse });
    const [service] = found.services;
    if (!service) throw new Error('no service');
    const change = { serviceId: service.id, version: 0, on: '2025-10-02', minutes: 120, reason: '签退时间记错' };
    const correct = (as: string, given = {}) =>
      test.call(contract.correctVolunteerHours, { ...change, ...given }, { as });
    expect(await correct(other)).toMatchObject({ code: 'NOT_YOURS' });
    const answers = await Promise.all([correct(nurse), correct(nurse)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await hours(as)).services[0]).toMatchObject({
      ...{ on: '2025-10-02', minutes: 120, version: 1 },
      corrections: [{ on: '2026-03-05', fromMinutes: 240, toMinutes: 120, fromDay: '2025-10-01', toDay: '2025-10-02' }],
    });
    expect(await correct(nurse, { version: 1, minutes: 0 })).toMatchObject({ ok: true });
    expect((await hours(as)).standing).toMatchObject({ minutes: 0, stars: 0 });
  });

  it('make stars, which the growth page tells', async () => {
    const { as, whose, name } = await aVolunteer();
    expect((await test.get(getGrowth, {}, { as })).volunteer).toBeNull();
    for (let n = 0; n < 5; n++)
      await record({ whose, name, eventNumber: `S-${n}`, on: `2025-0${n + 1}-01`, minutes: 1200 });
    const growth = await test.get(getGrowth, {}, { as });
    expect(growth.volunteer).toEqual({ wholeHours: 100, stars: 1, hoursToNextStar: 200, lifetimeHonor: false });
    expect(growth.timeline).toContainEqual({ on: '2025-05-01', kind: 'volunteer_star', title: '志愿服务达到一星' });
  });
});
