import { listDonations } from '@contract/certificates';
import { useSession } from '@miniapp/platform/session';
import { useQuery } from '@miniapp/platform/use-query';
import { asBookableType, type BookableType } from './appointment';

interface LastDonation {
  readonly type: BookableType;
  readonly city: string;
}

/** What was given last, and in which city; null without one, undefined while nobody knows yet. */
export function useLastDonation(): LastDonation | null | undefined {
  const known = useSession()?.role === 'citizen';
  const donations = useQuery(listDonations, { limit: '1' }, { skip: !known });
  if (!known) return null;
  if (donations.kind === 'loading') return undefined;
  // Also where a helper may not read the history: nothing is proposed then.
  const last = donations.kind === 'ready' ? donations.value.items[0] : undefined;
  return last ? { type: asBookableType(last.type), city: last.city } : null;
}
