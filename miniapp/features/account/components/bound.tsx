import { routes, startAt } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';

export function Bound({ name }: { readonly name: string }) {
  return (
    <Page title="实名认证" action={<Button onPress={() => void startAt(routes.home())}>查看我的献血证</Button>}>
      <Outcome
        tone="done"
        title="认证成功"
        text={`已确认是${name}本人。以后在微信、支付宝和浙里办，看到的都是同一份献血记录。`}
      />
    </Page>
  );
}
