import type { Output } from '@contract/endpoint';
import type { getEligibility } from '@contract/eligibility';
import { asDonorSees } from '@rules/eligibility';
import type { EligibilityReason } from '@rules/eligibility';

export type ReasonView = Output<typeof getEligibility>['reasons'][number];

/** A reason in the shape of the contract, with everything in it: for the doctor. */
export const fullReason = (reason: EligibilityReason): ReasonView => {
  const { kind, effect, ruleId, text, value, source, force, confirmed, edition, until, change } = reason;
  return { kind, effect, ruleId, text, value, source, force, confirmed, edition, until: until ?? null, change };
};

/** A reason as the donor may see it, also in a refusal. */
export const reasonView = (reason: EligibilityReason): ReasonView => fullReason(asDonorSees(reason));

/** A doctor may set aside what is recommended and decides something. */
export const mayOverride = ({ force, kept, overridden, effect }: EligibilityReason): boolean =>
  force === 'recommended' && kept !== true && overridden !== true && effect !== 'note';
