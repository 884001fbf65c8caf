import { useState } from 'react';
import { goBack, routes, startAt } from '@miniapp/platform/routes';
import { endSession, useSession } from '@miniapp/platform/session';
import { Button } from '@miniapp/ui/button';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';
import { dropDraft } from '../bind-draft';

definePageConfig({ navigationBarTitleText: '退出登录' });

const scopes = [
  { value: 'here', label: '只退出这台手机', note: '其他手机上的登录不受影响' },
  { value: 'everywhere', label: '所有设备都退出', note: '手机丢了，或在别人的手机上登录过，请选这一项' },
] as const;

/** A page of its own instead of a pop-up. */
export default function SignOutPage() {
  const signedIn = useSession() !== null;
  const [scope, setScope] = useState<'here' | 'everywhere'>('here');
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    dropDraft();
    await endSession(scope === 'everywhere');
    await startAt(routes.home());
  };
  if (!signedIn && !busy)
    return (
      <Page title="退出登录">
        <EmptyState icon="person" title="您没有登录" text="这台手机上没有登录信息。" />
      </Page>
    );
  return (
    <Page
      title="退出登录"
      action={
        <>
          <Button busy={busy} onPress={() => void leave()}>
            确认退出
          </Button>
          <Button kind="quiet" disabled={busy} onPress={() => void goBack()}>
            不退出
          </Button>
        </>
      }
    >
      <ChoiceField
        id="sign-out-scope"
        label="从哪里退出"
        hint="退出后，献血记录和预约都会保留，再登录就能看到。"
        choices={scopes}
        value={scope}
        onChange={setScope}
      />
    </Page>
  );
}
