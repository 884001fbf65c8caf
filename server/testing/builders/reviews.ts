import type { Input } from '@contract/endpoint';
import { passToReviewer } from '@contract/waiver-evidence';
import { decideClaim, takeReview } from '@contract/waiver-review';
import { getClaim, startClaim } from '@contract/waivers';
import { reviewTemplates } from '@rules/waiver-messages';
import { type Finding, basesFor } from '@rules/waiver-review';
import type { ReasonId } from '@rules/waiver-decision';
import type { Organization } from '@server/features/organizations';
import type { TestApp } from '../test-app';
import type { TestPerson } from './people';

type Decide = Input<typeof decideClaim>;

/** A mother who claims for the blood of a donor and wants a person: nothing proves the kinship but what the reviewer sees. */
export async function aClaimForReview(
  test: TestApp,
  given: { donor: TestPerson; hospital: Organization; token: string; admittedOn?: string },
): Promise<string> {
  const { donor, hospital, token, admittedOn = '2026-03-01' } = given;
  const { id } = await test.get(
    startClaim,
    {
      donor: { who: 'relative', name: donor.name, document: donor.document },
      relation: 'parent',
      hospitalCode: hospital.code,
      admittedOn,
      dischargedOn: '2026-03-04',
      lookupConsent: true,
    },
    { as: token },
  );
  await test.drain();
  // With another doubt beside the kinship it has gone to a person already.
  const { state } = await test.get(getClaim, { claimId: id }, { as: token });
  if (state !== 'needs_person') await test.get(passToReviewer, { claimId: id }, { as: token });
  await test.drain();
  return id;
}

/** The words of the first template of this outcome, each field filled. */
export function wordsOf(outcome: 'approve' | 'refuse' | 'ask', id?: string): Decide['message'] {
  const template = reviewTemplates.find(one => (id ? one.id === id : one.outcome === outcome));
  if (!template) throw new RangeError(`no template for ${outcome}`);
  const { version, fields } = template;
  return { template: template.id, version, values: fields.map(({ name }) => ({ name, value: '已核对户口簿原件' })) };
}

/** Each doubt with the first basis that settles it. */
export const settledBy = (reasons: readonly ReasonId[]): Finding[] =>
  reasons.flatMap(reason =>
    basesFor(reason)
      .slice(0, 1)
      .map(basis => ({ reason, basis })),
  );

export const approval = (claimId: string, reasons: readonly ReasonId[] = ['kinship_not_found']): Decide => ({
  claimId,
  decision: { outcome: 'approve', findings: settledBy(reasons) },
  message: wordsOf('approve'),
});

export const refusal = (claimId: string): Decide => ({
  claimId,
  decision: { outcome: 'refuse', ground: 'kinship' },
  message: wordsOf('refuse'),
});

/** Takes the claim and decides it. */
export async function takeAndDecide(test: TestApp, as: string, command: Decide) {
  const taken = await test.call(takeReview, { claimId: command.claimId }, { as });
  return taken.ok ? test.call(decideClaim, command, { as }) : taken;
}
