import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Outcome } from '@miniapp/ui/outcome';
import { hotline } from '../words';

/** Says what stays as it was, because a suspension is no judgement about the donor. */
export function Suspended() {
  return (
    <>
      <Outcome
        tone="look"
        title="优享码暂停使用"
        text="您的献血记录和荣誉不受影响。想了解原因或提出异议，请拨打服务热线，由工作人员核实后恢复。"
      />
      <Button kind="secondary" icon="phone" onPress={() => void host.phoneCall(hotline)}>
        {`拨打 ${hotline}`}
      </Button>
      <Card title="恢复以后">恢复后打开这个页面就能看到新的优享码，不用重新申请。</Card>
    </>
  );
}
