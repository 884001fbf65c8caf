import { getCertificate } from '@contract/certificates';
import { decideConsent } from '@contract/consent';
import { getOperationsOverview, listAuditLines } from '@contract/operations';
import { asHelpedByStaff } from '@server/testing/builders/assistance';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let operator: string;
beforeEach(async () => {
  test = await startTestApp();
  operator = (await asStaff(test, 'operator')).token;
});
afterEach(() => test.close());

const lines = async () =>
  (await test.get(listAuditLines, {}, { as: operator })).items.map(({ action, role, outcome }) =>
    [action, role, outcome].join(' '),
  );

describe('audit lines', () => {
  it('tell a change, a refusal and an attempt without the right; not the reading of one’s own record', async () => {
    const { token } = await asCitizen(test);
    await test.get(getCertificate, {}, { as: token });
    await test.call(decideConsent, { purpose: 'service_terms', version: 'old', granted: true }, { as: token });
    await test.call(listAuditLines, {}, { as: token });
    expect((await lines()).sort()).toEqual([
      'audit.read citizen NOT_ALLOWED',
      'consent.decide citizen CONSENT_VERSION_OLD',
    ]);
  });

  it('tell who acted for whom', async () => {
    const { token, helper, donor } = await asHelpedByStaff(test);
    await test.call(decideConsent, { purpose: 'service_terms', version: 'old', granted: true }, { as: token });
    const { items } = await test.get(listAuditLines, {}, { as: operator });
    expect(items.find(({ action }) => action === 'consent.decide')).toMatchObject({
      actorId: donor.personId,
      assistedBy: { kind: 'staff', id: helper.ownerId },
    });
    expect(items.find(({ action }) => action === 'assist.open')?.assistedBy ?? null).toBeNull();
  });

  it('tell that staff have read', async () => {
    await lines();
    expect(await lines()).toEqual(['audit.read operator done']);
  });

  it('are paged without a gap or a double', async () => {
    for (let count = 0; count < 5; count++) await lines();
    const ids: string[] = [];
    let cursor: string | undefined;
    // Each page leaves a line of its own at the top, which the cursor does not come back to.
    do {
      const page = await test.get(listAuditLines, { limit: '2', cursor }, { as: operator });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
  });
});

describe('the overview', () => {
  it('counts an empty service as empty', async () => {
    expect(await test.get(getOperationsOverview, {}, { as: operator })).toMatchObject({
      donors: 0,
      donations: 0,
      outboxFailed: 0,
      intakeRuns: [],
    });
  });
});
