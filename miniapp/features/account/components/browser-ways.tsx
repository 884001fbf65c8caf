import { listPersonas } from '@contract/identity';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { SignInHead } from './sign-in-head';

/** A browser knows nobody: where people sign in instead, the staff's way, and in a demonstration the people to choose from. */
export function BrowserWays() {
  const demo = useQuery(listPersonas, {}).kind === 'ready';
  return (
    <>
      <SignInHead text="浏览器里不能用本人身份登录，请从下面的应用打开。" />
      {demo && (
        <Card flush title="演示环境">
          <ListRow
            icon="people"
            title="选择一位演示人物"
            note="都是虚构的人，不需要密码"
            onPress={() => void go(routes.personas())}
          />
        </Card>
      )}
      <Card flush title="本人登录">
        <ListRow icon="person" title="微信" note="搜索小程序“浙江无偿献血”" />
        <ListRow icon="person" title="支付宝" note="搜索小程序“浙江无偿献血”" />
        <ListRow icon="shield" title="浙里办" note="已实名，不用再填资料" />
      </Card>
      <Card flush>
        <ListRow icon="hospital" title="工作人员登录" onPress={() => void go(routes.signInStaff())} />
      </Card>
    </>
  );
}
