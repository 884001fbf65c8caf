import { openAssist } from '@contract/assist';
import { assessDonor, endOverride, getEligibility, overrideRule } from '@contract/eligibility';
import { addDays, addYears } from '@rules/calendar';
import type { Site } from '@server/features/sites';
import { recordDonation } from '@server/features/donations';
import { addDeferral } from '@server/features/donors';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { aCounterNurse } from '@server/testing/builders/assistance';
import { aBookedDonor } from '@server/testing/builders/appointments';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { RuleOverride } from './rule-override.entity';

let test: TestApp;
let today: string;
let site: Site;
let doctor: string;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  today = await test.inTransaction(tx => Promise.resolve(tx.today));
  const station = await aStation(test);
  site = await aSite(test, station);
  doctor = (await aCounterNurse(test, { organizationId: station.id, siteId: site.id })).token;
});

const aDeferredDonor = async (ruleId: string, days = 100) => {
  const { personId, document, name } = await aPerson(test);
  const { token } = await asCitizen(test, { personId });
  const untilOn = addDays(today, days);
  await test.inTransaction(tx => addDeferral(tx, { personId, ruleId, reason: '测试原因', untilOn }));
  return { token, personId, document, name };
};
type Document = Awaited<ReturnType<typeof aDeferredDonor>>['document'];
const override = (document: Document, ruleId: string, until = addDays(today, 30), as = doctor) =>
  test.call(overrideRule, { document, ruleId, reason: '复查正常，可以献血', until }, { as });
/** The donor stands at the doctor's counter, was asked and is told. */
const receive = ({ name, document }: Pick<Awaited<ReturnType<typeof aDeferredDonor>>, 'name' | 'document'>) =>
  test.get(openAssist, { name, document, agreed: true }, { as: doctor });
const look = (document: Document, as = doctor) => test.call(assessDonor, { document, type: 'whole_blood' }, { as });
const ask = (token: string, on = today) => test.call(getEligibility, { type: 'whole_blood', on }, { as: token });

describe('a doctor who looks at a donor', () => {
  it('sees the rules in full, and which of them may be set aside', async () => {
    const { document, personId, name } = await aDeferredDonor('T-21');
    await test.inTransaction(tx => addDeferral(tx, { personId, ruleId: 'LAB-HBV', reason: '测试', untilOn: null }));
    await receive({ name, document });
    expect(await look(document)).toMatchObject({
      value: {
        maskedName: expect.stringContaining('*') as string,
        inFull: true,
        verdict: 'no',
        reasons: [
          { ruleId: 'LAB-HBV', force: 'mandatory', mayOverride: false },
          { ruleId: 'T-21', force: 'recommended', mayOverride: true },
        ],
        overrides: [],
      },
    });
  });

  it('sees no rule and no cause of somebody who is not there', async () => {
    const { document, personId } = await aDeferredDonor('T-21');
    await test.inTransaction(tx => addDeferral(tx, { personId, ruleId: 'LAB-HBV', reason: '测试', untilOn: null }));
    const seen = await look(document);
    expect(seen).toMatchObject({
      value: {
        inFull: false,
        reasons: [
          { ruleId: 'DEFERRAL', mayOverride: false },
          { ruleId: 'DEFERRAL', mayOverride: false },
        ],
      },
    });
    expect(JSON.stringify(seen)).not.toMatch(/T-21|LAB|纹身|乙肝|HBV/);
  });

  it('sees nothing in full while the donor is with another station, before the visit and at the counter', async () => {
    const elsewhere = await aBookedDonor(test);
    const here = await aBookedDonor(test, { site });
    for (const { personId } of [elsewhere, here])
      await test.inTransaction(tx =>
        addDeferral(tx, { personId, ruleId: 'T-21', reason: '测试', untilOn: addDays(today, 9) }),
      );
    expect(await look(elsewhere.document)).toMatchObject({
      value: { inFull: false, reasons: [{ ruleId: 'DEFERRAL' }] },
    });
    expect(await look(here.document)).toMatchObject({ value: { inFull: true, reasons: [{ ruleId: 'T-21' }] } });
    const other = await aCounterNurse(test);
    const { name, document } = await aDeferredDonor('T-21');
    await test.get(openAssist, { name, document, agreed: true }, { as: other.token });
    expect(await look(document)).toMatchObject({ value: { inFull: false } });
    expect(await look(document, other.token)).toMatchObject({ value: { inFull: true } });
  });

  it('finds nobody by a document that no donor has', async () => {
    const unknown = { docType: 'id_card' as const, docNumber: testDocNumber('male', '1950-01-01') };
    expect(await look(unknown)).toMatchObject({ code: 'NOBODY_FOUND' });
    expect(await override(unknown, 'T-21')).toMatchObject({ code: 'NOBODY_FOUND' });
  });
});

describe('an override', () => {
  it('opens the way until its end date and not longer', async () => {
    const { document, token } = await aDeferredDonor('T-21');
    expect(await ask(token)).toMatchObject({ value: { verdict: 'not_before' } });
    const until = addDays(today, 30);
    expect(await override(document, 'T-21', until)).toMatchObject({
      value: { ruleId: 'T-21', title: '纹身', reason: '复查正常，可以献血', from: today, until },
    });
    expect(await ask(token)).toMatchObject({
      value: { verdict: 'yes', reasons: [{ ruleId: 'T-21', effect: 'note' }] },
    });
    expect(await ask(token, addDays(until, -1))).toMatchObject({ value: { verdict: 'yes' } });
    expect(await ask(token, until)).toMatchObject({ value: { verdict: 'not_before', date: addDays(today, 100) } });
  });

  it('is for one donor and one rule', async () => {
    const [one, other] = [await aDeferredDonor('T-21'), await aDeferredDonor('T-21')];
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: one.personId, ruleId: 'T-12', reason: '测试', untilOn: addDays(today, 9) }),
    );
    await override(one.document, 'T-21');
    expect(await ask(one.token)).toMatchObject({ value: { verdict: 'not_before', date: addDays(today, 9) } });
    expect(await ask(other.token)).toMatchObject({ value: { verdict: 'not_before' } });
  });

  it('keeps the reason sealed and the donor does not read it', async () => {
    const { document, token, personId } = await aDeferredDonor('T-21');
    await override(document, 'T-21');
    const row = await test.inTransaction(tx => tx.em.findOneByOrFail(RuleOverride, { personId }));
    expect(row.reasonSealed).not.toContain('复查正常');
    expect(JSON.stringify(await ask(token))).not.toContain('复查正常');
  });

  it.each(['INT-WW', 'INT-PP', 'HB-F', 'PLT-PRE', 'VOL-W', 'LAB-HIV'])(
    'of the mandatory %s is refused',
    async ruleId => {
      const { document, personId } = await aDeferredDonor('T-21');
      expect(await override(document, ruleId)).toMatchObject({ status: 409, code: 'RULE_MANDATORY' });
      expect(await test.inTransaction(tx => tx.em.countBy(RuleOverride, { personId }))).toBe(0);
    },
  );

  it.each(['P-14', 'P-19', 'T-35', 'AGE-1-MIN'])(
    'of %s is refused: only the station itself deals with it',
    async ruleId => {
      const { document } = await aDeferredDonor('T-21');
      expect(await override(document, ruleId)).toMatchObject({ code: 'RULE_KEPT' });
    },
  );

  it('of a rule that no list has is refused', async () => {
    const { document } = await aDeferredDonor('T-21');
    expect(await override(document, 'T-99')).toMatchObject({ code: 'UNKNOWN_RULE' });
  });

  it('needs a reason and an end within a year', async () => {
    const { document } = await aDeferredDonor('T-21');
    const fields = (field: string, reason: string) => ({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, reason }] },
    });
    expect(await override(document, 'T-21', today)).toMatchObject(fields('until', 'not_in_the_future'));
    const far = addDays(addYears(today, 1), 1);
    expect(await override(document, 'T-21', far)).toMatchObject(fields('until', 'more_than_a_year'));
    expect((await override(document, 'T-21', addYears(today, 1))).ok).toBe(true);
    const input = { document, ruleId: 'T-21', reason: '可以', until: addDays(today, 3) };
    expect(await test.call(overrideRule, input, { as: doctor })).toMatchObject(fields('reason', 'too_short'));
  });

  it('approves the shorter interval of special matching, which the standard leaves to a doctor', async () => {
    const { document, personId } = await aDeferredDonor('T-01', 0);
    const platelets = () => test.call(assessDonor, { document, type: 'platelets' }, { as: doctor });
    await test.inTransaction(tx =>
      recordDonation(tx, {
        ...{ personId, stationId: site.stationId, siteId: site.id, donationNumber: 'Z9T0125000001' },
        ...{ type: 'platelets', volumeMl: null, unitsTenths: 10, donatedAt: `${addDays(today, -8)}T02:00:00.000Z` },
        ...{ abo: 'A', rhd: 'positive' },
      }),
    );
    expect(await platelets()).toMatchObject({ value: { verdict: 'not_before', date: addDays(today, 6) } });
    await override(document, 'INT-PP-X');
    expect(await platelets()).toMatchObject({ value: { verdict: 'yes' } });
  });

  it('ends when its station says so, once', async () => {
    const { document, token } = await aDeferredDonor('T-21');
    const made = await override(document, 'T-21');
    if (!made.ok) throw new Error(made.code);
    const elsewhere = await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id });
    const end = (as: string) => test.call(endOverride, { overrideId: made.value.id }, { as });
    expect(await end(elsewhere.token)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await look(document)).toMatchObject({ value: { verdict: 'yes', overrides: [{ id: made.value.id }] } });
    expect((await end(doctor)).ok).toBe(true);
    expect(await end(doctor)).toMatchObject({ code: 'OVERRIDE_OVER' });
    expect(await ask(token)).toMatchObject({ value: { verdict: 'not_before' } });
  });

  it('leaves an audit line that names the donor and not the reason', async () => {
    const { document, personId } = await aDeferredDonor('T-21');
    await override(document, 'T-21');
    await override(document, 'INT-WW');
    const lines = await test.inTransaction(tx =>
      tx.em.find(AuditLine, { where: { action: 'eligibility.override', subjectId: personId }, order: { id: 'ASC' } }),
    );
    expect(lines).toMatchObject([{ outcome: 'done' }, { outcome: 'RULE_MANDATORY' }]);
    expect(JSON.stringify(lines)).not.toContain('复查正常');
  });
});
