import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { useSignIn } from '../use-sign-in';
import { SignInHead } from './sign-in-head';

/** One tap in the app that already knows the person. */
export function HostSignIn({ label }: { readonly label: string }) {
  const { agreed, agree, busy, problem, start } = useSignIn();
  return (
    <Page
      title="登录"
      action={
        <Button busy={busy} onPress={() => void start()}>
          {label}
        </Button>
      }
    >
      <SignInHead text="登录后可以查看献血证、预约献血、办理用血减免。" />
      {problem && (
        <Notice tone="look" announce>
          {problem}
        </Notice>
      )}
      <Card>
        <CheckRow
          id="agree"
          label="我已阅读并同意服务协议和隐私政策"
          note="不同意也可以查看附近的献血点"
          checked={agreed}
          onChange={agree}
        />
        <Button kind="quiet" onPress={() => void go(routes.terms())}>
          阅读服务协议和隐私政策
        </Button>
      </Card>
      <View className="t-note t-quiet">登录只取得您在本应用的账号标识。姓名和证件号码由您自己填写或授权。</View>
    </Page>
  );
}
