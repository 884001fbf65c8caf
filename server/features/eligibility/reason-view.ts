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

/** A reason as the donor may read it on a page of their own. */
export const donorReason = (reason: EligibilityReason): ReasonView => fullReason(asDonorSees(reason));

/**
 * A reason where others may read along: refusals (their details reach logs), and whoever acts for the donor. That there
 * is a deferral and until when is said, its rule and words are not.
 */
export const publicReason = (reason: EligibilityReason): ReasonView => {
  if (reason.kind !== 'deferral') return donorReason(reason);
  const { kind, effect, edition, until } = donorReason(reason);
  return {
    ...{ kind, effect, edition, until },
    ruleId: 'DEFERRAL',
    text: effect === 'no' ? '按照健康检查要求，不适合献血，请与血站联系' : '按照健康检查要求，现在还要再等一等',
    value: '',
    source: 'GB 18467-2011《献血者健康检查要求》',
    force: 'recommended',
    confirmed: true,
    change: '本人登录后可以在“暂缓献血”里看到说明；也可以拨打 96614。',
  };
};

/** A doctor may set aside what is recommended and decides something. */
export const mayOverride = ({ force, kept, overridden, effect }: EligibilityReason): boolean =>
  force === 'recommended' && kept !== true && overridden !== true && effect !== 'note';
