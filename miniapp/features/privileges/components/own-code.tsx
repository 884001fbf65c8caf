import { useEffect, useState } from 'react';
import { keepPages } from '@miniapp/platform/keep-pages';
import { go, routes } from '@miniapp/platform/routes';
import { useBrightScreen } from '@miniapp/platform/use-screen';
import { useShown } from '@miniapp/platform/use-shown';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { type Scope } from '../live-code';
import { useLiveCode } from '../use-live-code';
import { CodeTicket } from './code-ticket';
import { ScopeChoice } from './scope-choice';
import { Suspended } from './suspended';

/** The code of a donor who is entitled. */
export function OwnCode({ scopes }: { readonly scopes: readonly Scope[] }) {
  const [scope, setScope] = useState<Scope>(scopes[0] ?? 'transit');
  const shown = useShown();
  const { code, stale, trouble, drawNow } = useLiveCode(scope, shown);
  useBrightScreen(code !== null);
  // A gate in a tunnel: the page has to open there too.
  useEffect(keepPages, []);
  // The suspension may have come while the page was open.
  if (trouble?.code === 'PRIVILEGE_SUSPENDED') return <Suspended />;
  return (
    <>
      <ScopeChoice scopes={scopes} value={scope} onChange={setScope} />
      <CodeTicket scope={scope} code={code} stale={stale} trouble={trouble} shown={shown} onRedraw={drawNow} />
      <Card flush>
        <ListRow
          icon="history"
          title="使用记录"
          note="什么时候、在哪里用过"
          onPress={() => void go(routes.privilegeUses())}
        />
        <ListRow
          icon="place"
          title="哪里可以用"
          note="公交地铁、公园、医院，先看离我近的"
          onPress={() => void go(routes.privilegePlaces())}
        />
      </Card>
    </>
  );
}
