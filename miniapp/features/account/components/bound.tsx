import { routes, startAt } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';

interface BoundProps {
  readonly name: string;
  /** Never gave blood: the next thing is a booking, not a certificate. */
  readonly newDonor?: boolean;
}

export function Bound({ name, newDonor = false }: BoundProps) {
  const next = newDonor ? routes.booking() : routes.home();
  const after = newDonor
    ? '现在就可以预约第一次献血，到站时请带好身份证。'
    : '以后在微信、支付宝和浙里办，看到的都是同一份献血记录。';
  return (
    <Page
      title="实名认证"
      action={<Button onPress={() => void startAt(next)}>{newDonor ? '预约献血' : '查看我的献血证'}</Button>}
    >
      <Outcome tone="done" title="认证成功" text={`已确认是${name}本人。${after}`} />
    </Page>
  );
}
