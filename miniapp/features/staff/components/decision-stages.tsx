import { sayYuan } from '@miniapp/platform/money';
import { goBack } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { sayFee } from '@miniapp/features/waivers/say-fee';
import { type Claim } from '@miniapp/features/waivers/claim-states';
import { type Decision } from '../use-decision';

/** Money follows, so the decision is read once more before it is sent. */
export function DecisionConfirm({ claim, decision }: { readonly claim: Claim; readonly decision: Decision }) {
  const approves = decision.choice === 'approve';
  return (
    <Confirm
      title={approves ? '确认同意减免' : '确认退回申请'}
      facts={[
        { label: '申请编号', value: claim.number },
        { label: '用血的人', value: claim.patientMaskedName },
        { label: '用血费用', value: sayFee(claim) },
        { label: '决定', value: approves ? '同意减免' : '退回' },
        { label: '理由', value: decision.reason },
      ]}
      refusal={decision.refusal}
      confirmLabel={approves ? '确认同意' : '确认退回'}
      onConfirm={() => void decision.send()}
      busy={decision.busy}
      onBack={decision.write}
    />
  );
}

export function DecisionDone({ claim }: { readonly claim: Claim }) {
  const approved = claim.waivedFen !== null && claim.waivedFen > 0;
  return (
    <Page title="已处理" action={<Button onPress={() => void goBack()}>看下一份申请</Button>}>
      <Outcome
        tone={approved ? 'done' : 'look'}
        title={approved ? `已同意减免 ${sayYuan(claim.waivedFen ?? 0)} 元` : '已退回'}
        text={`${claim.number} 的申请人会收到通知。`}
      />
    </Page>
  );
}
