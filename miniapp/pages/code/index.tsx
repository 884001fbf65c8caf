import { getPrivilege } from '@contract/privileges';
import { useQuery } from '@miniapp/platform/use-query';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { NotEntitled } from '@miniapp/features/privileges/components/not-entitled';
import { OwnCode } from '@miniapp/features/privileges/components/own-code';
import { Suspended } from '@miniapp/features/privileges/components/suspended';
import { say } from '@miniapp/features/privileges/words';

definePageConfig({ navigationBarTitleText: '献血优享码' });

export default function CodePage() {
  const privilege = useQuery(getPrivilege, {});
  return (
    <Page title="献血优享码" tab>
      <Loaded query={privilege} say={say}>
        {value =>
          value.suspended ? (
            <Suspended />
          ) : value.entitled ? (
            <OwnCode scopes={value.scopes} />
          ) : (
            <NotEntitled privilege={value} />
          )
        }
      </Loaded>
    </Page>
  );
}
