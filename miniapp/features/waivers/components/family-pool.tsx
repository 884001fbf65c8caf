import { View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type getEntitlement } from '@contract/waivers';
import { sayCount } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { FamilyUses } from './family-uses';
import { Notice } from '@miniapp/ui/notice';

type Ledger = Output<typeof getEntitlement>['ledger'];

const inMl = (ml: number): string => `${sayCount(ml)} 毫升`;

/** One pool for all relatives: what came in, what was used by whom of the two, what has lapsed. */
export function FamilyPool({ ledger }: { readonly ledger: Ledger }) {
  const { availableRelativesMl, usedByDonorMl, usedByRelativesMl, lapsedMl, reversedMl, shortMl } = ledger;
  const some = (label: string, ml: number): Fact[] => (ml > 0 ? [{ label, value: inMl(ml) }] : []);
  return (
    <Card title="一家人共用的额度">
      <Facts
        items={[
          { label: '亲属现在可用', value: inMl(availableRelativesMl) },
          { label: '亲属已经用了', value: inMl(usedByRelativesMl) },
          { label: '我本人已经用了', value: inMl(usedByDonorMl) },
          ...some('满五年后减少', lapsedMl),
          ...some('撤回后退回', reversedMl),
        ]}
      />
      {shortMl > 0 && (
        <Notice tone="look" title="有一笔需要核对">
          {`献血记录更正以后，有 ${inMl(shortMl)}已经用掉、没有献血记录对应。工作人员会与您联系，您不用做任何事。`}
        </Notice>
      )}
      <FamilyUses uses={ledger.uses} />
      <View className="t-note t-quiet">
        一位亲属用了，其他亲属可用的就相应减少。您同意过的那次申请，会写明是哪位亲属；其余的只写用了多少，为什么住院从不写。
      </View>
      <Button kind="quiet" onPress={() => void go(routes.kinshipConsents())}>
        谁请我同意过
      </Button>
    </Card>
  );
}
