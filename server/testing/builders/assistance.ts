import { acceptDelegation, makeDelegationCode, openAssist, openDelegated } from '@contract/assist';
import type { HelpGrant } from '@contract/on-behalf';
import { createStaff, openSession } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import { aPerson, type TestPerson } from './people';
import { asCitizen, type TestSession } from './sessions';

/** A nurse with an account of her own, as acting for a donor needs. */
export const aCounterNurse = (
  test: TestApp,
  at: { organizationId?: string; siteId?: string } = {},
): Promise<TestSession> =>
  test.inTransaction(async tx => {
    const staff = { role: 'nurse' as const, organizationId: at.organizationId ?? newId(), siteId: at.siteId };
    const account = `nurse-${newId().slice(-12)}`;
    const ownerId = await createStaff(tx, { ...staff, account, passwordHash: '-', displayName: '测试护士' });
    const { accessToken, refreshToken } = await openSession(tx, { ...staff, ownerId });
    return { token: accessToken, refreshToken, ownerId };
  });

interface Helped {
  /** Session in the donor's name. */
  readonly token: string;
  /** The helper's own. */
  readonly helper: TestSession;
  readonly donor: TestPerson;
}

/** Counter staff act for the person; a new one when none is given. */
export async function asHelpedByStaff(test: TestApp, person?: TestPerson, nurse?: TestSession): Promise<Helped> {
  const donor = person ?? (await aPerson(test));
  const helper = nurse ?? (await aCounterNurse(test));
  const { name, document } = donor;
  const opened = await test.get(openAssist, { name, document, agreed: true }, { as: helper.token });
  return { token: opened.accessToken, helper, donor };
}

/** A relative acts for the person, with what was granted beyond bookings. */
export async function asHelpedByRelative(
  test: TestApp,
  person?: TestPerson,
  grants: HelpGrant[] = [],
): Promise<Helped & { readonly delegationId: string; readonly donorToken: string; readonly helperPersonId: string }> {
  const donor = person ?? (await aPerson(test));
  const { token: donorToken } = await asCitizen(test, donor);
  const helper = await asCitizen(test, await aPerson(test, { name: '测试乙' }));
  const { code } = await test.get(makeDelegationCode, { grants }, { as: donorToken });
  const { id } = await test.get(acceptDelegation, { name: donor.name, code }, { as: helper.token });
  const opened = await test.get(openDelegated, { delegationId: id }, { as: helper.token });
  return { token: opened.accessToken, helper, donor, delegationId: id, donorToken, helperPersonId: helper.personId };
}
