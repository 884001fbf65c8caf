import { useEffect, useState } from 'react';
import { getPrivilege } from '@contract/privileges';
import { useQuery } from '@miniapp/platform/use-query';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { NotEntitled } from '@miniapp/features/privileges/components/not-entitled';
import { OwnCode } from '@miniapp/features/privileges/components/own-code';
import { Suspended } from '@miniapp/features/privileges/components/suspended';
import { keepScopes, readScopes } from '@miniapp/features/privileges/kept-scopes';
import { type Scope } from '@miniapp/features/privileges/live-code';
import { say } from '@miniapp/features/privileges/words';

definePageConfig({ navigationBarTitleText: '献血优享码' });

export default function CodePage() {
  const privilege = useQuery(getPrivilege, {});
  const { kind } = privilege;
  const usable = kind === 'ready' && privilege.value.entitled && !privilege.value.suspended;
  // As text, which is the same when the answer is.
  const told = usable ? privilege.value.scopes.join(' ') : '';
  const [kept, setKept] = useState<readonly Scope[]>([]);
  useEffect(() => {
    if (kind === 'ready') keepScopes(told.split(' '));
    else setKept(readScopes());
  }, [kind, told]);
  // Opened without a network: the phone has codes for that.
  if (privilege.kind === 'offline' && kept.length > 0)
    return (
      <Page title="献血优享码" tab>
        <OwnCode scopes={kept} />
      </Page>
    );
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
