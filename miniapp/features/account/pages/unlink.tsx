import { listLinkedAccounts, unlinkAccount } from '@contract/binding';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { goBack, routes, startAt, useParam } from '@miniapp/platform/routes';
import { endSession } from '@miniapp/platform/session';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { hostNames, proofNames, say } from '../words';

definePageConfig({ navigationBarTitleText: '解除账号' });

export default function UnlinkPage() {
  const accountId = useParam('accountId');
  const accounts = useQuery(listLinkedAccounts, {});
  const unlink = useCommand(unlinkAccount);
  if (accounts.kind !== 'ready')
    return (
      <Page title="解除账号">
        <Loaded query={accounts} say={say}>
          {() => null}
        </Loaded>
      </Page>
    );
  const account = accounts.value.items.find(({ id }) => id === accountId);
  if (!account)
    return (
      <Page title="解除账号" action={<Button onPress={() => void goBack()}>返回</Button>}>
        <EmptyState icon="phone" title="这个账号已经解除" text="它看不到您的信息了。" />
      </Page>
    );
  const { host, since, boundBy, current } = account;
  const confirm = async () => {
    const answer = await unlink.run({ accountId });
    if (!answer?.ok) return;
    if (!current) return goBack();
    // Our own session is over already; what is kept on this phone goes too.
    await endSession();
    await startAt(routes.home());
  };
  return (
    <Confirm
      title={`解除这个${hostNames[host]}账号`}
      facts={[
        { label: '关联时间', value: since ? sayStamp(since) : '早先关联，没有记录' },
        { label: '认证方式', value: boundBy ? proofNames[boundBy] : '早先关联，没有记录' },
      ]}
      confirmLabel="确认解除"
      onConfirm={() => void confirm()}
      busy={unlink.busy}
      refusal={unlink.refusal ? say(unlink.refusal) : undefined}
      onBack={() => void goBack()}
    >
      <Notice tone="look" title={current ? '您会退出登录' : '那台手机马上退出登录'}>
        {host === 'zheliban'
          ? '献血记录和预约都保留。下次从浙里办打开，会按实名再关联上。'
          : '献血记录和预约都保留。要再关联，需要重新实名认证。'}
      </Notice>
    </Confirm>
  );
}
