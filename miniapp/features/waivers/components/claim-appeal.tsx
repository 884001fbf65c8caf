import { sayMonthDay, sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { type Claim } from '../claim-states';

const states: Readonly<Record<NonNullable<Claim['appeal']>['state'], string>> = {
  open: '正在复核',
  upheld: '维持原来的决定',
  changed: '已改为同意减免',
  withdrawn: '已撤回',
};

/** The appeal with what it is against and by when it is decided. */
export function ClaimAppeal({ claim: { appeal } }: { readonly claim: Claim }) {
  if (!appeal) return null;
  return (
    <Card title="申诉" aside={states[appeal.state]}>
      <Facts
        items={[
          { label: '提出时间', value: sayMoment(appeal.at) },
          { label: '您的理由', value: appeal.reasons },
          { label: '原来的决定', value: appeal.against.replace(/^[^：]*：/, '') },
          ...(appeal.state === 'open' ? [{ label: '预计', value: `${sayMonthDay(appeal.dueOn)}前有结果` }] : []),
        ]}
      />
    </Card>
  );
}
