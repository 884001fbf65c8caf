import { listPreferredSites, preferSite } from '@contract/profile';
import { useSession } from '@miniapp/platform/session';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';

/** Sites where the person likes to give; nothing for who is not known. */
export function usePreferred() {
  const isKnown = useSession()?.role === 'citizen';
  const chosen = useQuery(listPreferredSites, {}, { skip: !isKnown });
  const prefer = useCommand(preferSite);
  const siteIds = chosen.kind === 'ready' ? chosen.value.items.map(({ siteId }) => siteId) : [];
  const change = async (siteId: string, preferred: boolean) => {
    const answer = await prefer.run({ siteId, preferred });
    if (answer?.ok) await chosen.reload();
  };
  return { siteIds, isKnown: isKnown && chosen.kind === 'ready', change, refusal: prefer.refusal };
}
