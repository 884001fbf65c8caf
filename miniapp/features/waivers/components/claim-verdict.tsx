import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Stack } from '@miniapp/ui/stack';
import { sayClauses } from '../clauses';
import { type Claim } from '../claim-states';
import { hotline } from '../words';

/** Where the claim stands, large; with the amount, or with the clause and the way to object. */
export function ClaimVerdict({ claim }: { readonly claim: Claim }) {
  const { state, next, clause, waivedFen, expectedBy } = claim;
  if (state === 'refused')
    return (
      <>
        <Outcome tone="stop" title="这次没有通过" text={next} />
        <Card title="依据和异议">
          {clause && <View>{`依据：${sayClauses(clause)}。`}</View>}
          <View>{`有不同意见，请拨打 ${hotline}，报申请编号 ${claim.number}，由工作人员复核。`}</View>
          <Button kind="secondary" icon="phone" onPress={() => void host.phoneCall(hotline)}>
            {`拨打 ${hotline}`}
          </Button>
        </Card>
      </>
    );
  if (state === 'withdrawn')
    return (
      <Notice tone="info" title="已撤回">
        {next}
      </Notice>
    );
  if (waivedFen === null)
    return (
      <Outcome
        tone="wait"
        title={state === 'checking' ? '正在核对' : '工作人员正在核对'}
        text={
          expectedBy ? `不用您做任何事，预计 ${sayMonthDay(expectedBy)} 前有结果。` : '不用您做任何事，有结果会通知您。'
        }
      />
    );
  return (
    <Outcome tone="done" title={`减免 ${sayYuan(waivedFen)} 元`} text={next}>
      <Amount claim={claim} waivedFen={waivedFen} />
    </Outcome>
  );
}

function Amount({ claim: { bloodFeeFen, clause }, waivedFen }: { readonly claim: Claim; readonly waivedFen: number }) {
  return (
    <Stack gap={3}>
      {bloodFeeFen !== null && (
        <Stack across gap={6}>
          <Figure size="small" value={sayYuan(bloodFeeFen)} unit="元" label="用血费用" />
          <Figure size="small" value={sayYuan(waivedFen)} unit="元" label="减免" />
          <Figure size="small" value={sayYuan(bloodFeeFen - waivedFen)} unit="元" label="自己承担" />
        </Stack>
      )}
      {clause && <View className="t-note t-quiet">{`依据：${sayClauses(clause)}。`}</View>}
    </Stack>
  );
}
