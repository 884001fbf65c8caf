import { getEligibility } from '@contract/eligibility';
import { today } from '@miniapp/platform/chinese-date';
import { useSession } from '@miniapp/platform/session';
import { useQuery } from '@miniapp/platform/use-query';

/** From when the person in session may donate each type. Somebody who is not known yet is told nothing. */
export function useNextDates() {
  const known = useSession()?.role === 'citizen';
  const answer = useQuery(getEligibility, { type: 'whole_blood', on: today() }, { skip: !known });
  const nextDates = answer.kind === 'ready' ? answer.value.nextDates : [];
  return { nextDates, asking: known && answer.kind === 'loading' };
}
