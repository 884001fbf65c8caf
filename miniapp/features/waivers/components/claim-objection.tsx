import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { type Claim } from '../claim-states';
import { hotline } from '../words';

/** What can be done against a refusal: an appeal while there is time for one, the hotline always. */
export function ClaimObjection({ claim: { number, appealUntil, appeal } }: { readonly claim: Claim }) {
  return (
    <Card title="有不同意见">
      {appealUntil ? (
        <View>{`${sayMonthDay(appealUntil)}以前可以申诉一次，由另一位审核员复核。可以说明理由，也可以补充票据。`}</View>
      ) : (
        <View>{appeal ? '这份申请已经申诉过，这是复核后的决定。' : '申诉的期限已经过了。'}</View>
      )}
      <View>{`也可以拨打 ${hotline}，报申请编号 ${number}。`}</View>
      <Button kind="secondary" icon="phone" onPress={() => void host.phoneCall(hotline)}>
        {`拨打 ${hotline}`}
      </Button>
    </Card>
  );
}
