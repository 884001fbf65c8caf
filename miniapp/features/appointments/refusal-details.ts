import * as z from 'zod/mini';
import { ruleReason } from '@contract/certificates';
import { calendarDate, instant, uuid } from '@contract/primitives';
import { type Details } from '@miniapp/platform/answer';

const notEligible = z.object({
  reasons: z.array(ruleReason),
  earliest: z.nullable(calendarDate),
});
const slotFull = z.object({ nextFree: z.array(z.object({ slotId: uuid, startsAt: instant })) });

export type NextFree = z.output<typeof slotFull>['nextFree'][number];

/** What a refusal of NOT_ELIGIBLE explains; nothing when the details are of another kind. */
export function eligibilityIn(details: Details): z.output<typeof notEligible> {
  const read = z.safeParse(notEligible, details);
  return read.success ? read.data : { reasons: [], earliest: null };
}

export function nextFreeIn(details: Details): readonly NextFree[] {
  const read = z.safeParse(slotFull, details);
  return read.success ? read.data.nextFree : [];
}

/** The same tap may succeed a moment later; any other refusal needs another choice. */
export const mayTryAgain = (code: string): boolean =>
  code === 'OFFLINE' || code === 'DEFECT' || code === 'TOO_MANY_REQUESTS';
