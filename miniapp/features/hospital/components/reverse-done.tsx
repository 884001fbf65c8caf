import { sayYuan } from '@miniapp/platform/money';
import { goBack } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { type Settled } from './reverse-form';

export function ReverseDone({ settled }: { readonly settled: Settled }) {
  return (
    <Page title="撤回减免" action={<Button onPress={() => void goBack()}>回到出院直接减免</Button>}>
      <Outcome
        tone="done"
        title={`已撤回 ${sayYuan(settled.waivedFen)} 元`}
        text="额度已经退还。更正后的账单请用新的结算单号重新办理。"
      />
    </Page>
  );
}
