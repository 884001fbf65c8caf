import { listConsents } from '@contract/consent';
import { useQuery } from '@miniapp/platform/use-query';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ConsentCard } from '../components/consent-card';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '隐私授权' });

export default function ConsentsPage() {
  const consents = useQuery(listConsents, {});
  return (
    <Page title="隐私授权">
      <Loaded query={consents} say={say}>
        {({ items }) => (
          <>
            {items.map(consent => (
              <ConsentCard key={consent.purpose} consent={consent} reload={consents.reload} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
