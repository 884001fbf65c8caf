import { makeAccountCode } from '@contract/binding';
import { type Output } from '@contract/endpoint';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { sayTime } from '@miniapp/platform/chinese-date';
import { routes, startAt } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Steps } from '@miniapp/ui/steps';
import { say } from '../words';
import '../components/account-code.scss';

definePageConfig({ navigationBarTitleText: '到柜台认证' });

/** Eight digits for the counter, where somebody compares the document with the person and links this account to it. */
export default function AccountCodePage() {
  const { run, busy, refusal } = useCommand(makeAccountCode);
  const [made, setMade] = useState<Output<typeof makeAccountCode> | null>(null);
  const make = async () => {
    const answer = await run({});
    if (answer?.ok) setMade(answer.value);
  };
  useEffect(() => {
    void run({}).then(answer => answer?.ok && setMade(answer.value));
  }, [run]);
  return (
    <Page
      title="到柜台认证"
      action={
        <>
          <Button onPress={() => void startAt(routes.home())}>柜台办好了</Button>
          <Button kind="quiet" busy={busy} onPress={() => void make()}>
            换一个码
          </Button>
        </>
      }
    >
      {refusal && (
        <Notice tone="look" title="没有取得账号码" announce>
          {say(refusal)}
        </Notice>
      )}
      {made && (
        <Card title="账号码">
          <View className="account-code">{`${made.code.slice(0, 4)} ${made.code.slice(4)}`}</View>
          <View className="account-code-note">{`${sayTime(made.expiresAt)} 前有效，只能用一次`}</View>
        </Card>
      )}
      <Card title="在柜台怎么办">
        <Steps
          items={[
            { title: '把证件原件交给工作人员', note: '身份证、护照、居住证都可以', state: 'now' },
            { title: '报出上面的 8 位账号码', note: '工作人员不会问您的手机密码', state: 'later' },
            { title: '回到首页', note: '您的献血记录就在这里了', state: 'later' },
          ]}
        />
      </Card>
      <Notice tone="info">不在柜台时不要把账号码告诉别人：谁拿着它和证件，谁就能把账号连到那个人。</Notice>
    </Page>
  );
}
