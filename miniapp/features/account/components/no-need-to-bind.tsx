import { routes, startAt } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

/** For who is known already, and for who is not even signed in. */
export function NoNeedToBind({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <Page title="实名认证">
      <EmptyState
        icon="person"
        title={signedIn ? '不需要再认证' : '请先登录'}
        text={signedIn ? '您当前的身份已经确认。' : '登录之后就可以认证。'}
      >
        <Button onPress={() => void startAt(signedIn ? routes.home() : routes.signIn())}>
          {signedIn ? '返回首页' : '去登录'}
        </Button>
      </EmptyState>
    </Page>
  );
}
