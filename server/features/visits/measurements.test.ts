import { listMyMeasurements } from '@contract/measurements';
import { deferVisit, moveVisit, recordVitals } from '@contract/visits';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { asCitizen } from '@server/testing/builders/sessions';
import { aWalkIn, aWard, goodVitals, type Ward } from '@server/testing/builders/visits';
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

const listOf = async (as: string) => (await test.get(listMyMeasurements, {}, { as })).items;
const quick = { quickAlt: 'raised', quickHbsag: 'positive' } as const;

describe('what was measured at a visit', () => {
  it('is shown to the donor when the visit is over, with what was outside the limits', async () => {
    const { token, visit } = await aWalkIn(test, ward);
    const given = { ...goodVitals, systolic: 152, haemoglobin: 101 };
    await test.get(recordVitals, { visitId: visit.id, ...given }, { as: ward.nurse });
    expect(await listOf(token)).toEqual([]);
    await test.get(
      deferVisit,
      { visitId: visit.id, ruleId: 'T-11', waitDays: 1, overrideReason: '医生写明的原因' },
      { as: ward.nurse },
    );
    expect(await listOf(token)).toEqual([
      {
        visitId: visit.id,
        on: '2026-03-05',
        siteName: ward.site.name,
        type: 'whole_blood',
        figures: given,
        outside: ['systolic', 'haemoglobin'],
      },
    ]);
  });

  it('tells nothing of a strip, so that who had only a strip reads nothing at all', async () => {
    const { token, visit } = await aWalkIn(test, ward);
    await test.get(recordVitals, { visitId: visit.id, ...quick }, { as: ward.nurse });
    await test.get(moveVisit, { visitId: visit.id, move: 'leave' }, { as: ward.nurse });
    expect(await listOf(token)).toEqual([]);
    const other = await aWalkIn(test, ward);
    await test.get(recordVitals, { visitId: other.visit.id, ...goodVitals, ...quick }, { as: ward.nurse });
    await test.get(moveVisit, { visitId: other.visit.id, move: 'leave' }, { as: ward.nurse });
    const [shown] = await listOf(other.token);
    expect(shown).toMatchObject({ figures: goodVitals, outside: [] });
    expect(JSON.stringify(shown)).not.toMatch(/quick|alt|hbsag|LAB|positive|raised/i);
  });

  it('is nobody else’s: not another donor’s, not a relative’s', async () => {
    const { visit, ...donor } = await aWalkIn(test, ward);
    await test.get(recordVitals, { visitId: visit.id, ...goodVitals }, { as: ward.nurse });
    await test.get(moveVisit, { visitId: visit.id, move: 'leave' }, { as: ward.nurse });
    expect(await listOf((await asCitizen(test)).token)).toEqual([]);
    const relative = await asHelpedByRelative(test, donor, ['results']);
    expect(await test.call(listMyMeasurements, {}, { as: relative.token })).toMatchObject({ code: 'NOT_FOR_HELPERS' });
    expect(await listOf((await asHelpedByStaff(test, donor)).token)).toHaveLength(1);
  });
});
