import { sayMoment, sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Outcome } from '@miniapp/ui/outcome';
import { type Claim } from '../claim-states';
import { ClaimReasons } from './claim-reasons';

/** A claim that is not decided yet: for whom it waits, and until when at the latest. */
export function ClaimWaiting({ claim }: { readonly claim: Claim }) {
  const { state, expectedBy, donorConsent, donorMaskedName, asked, appeal } = claim;
  if (state === 'awaiting_consent')
    return (
      <Outcome
        tone="wait"
        title="等献血者同意"
        text={`已经请${donorMaskedName}确认能不能查询你们的亲属关系。同意以前，不会查询任何登记。${
          donorConsent ? `最晚${sayMoment(donorConsent.validUntil)}前答复；没有答复，工作人员会接着办理。` : ''
        }`}
      />
    );
  if (state === 'needs_commitment')
    return (
      <Outcome
        tone="look"
        title="请签承诺书"
        text="登记信息暂时不能证明亲属关系，这不等于没有这种关系。签一份承诺书就可以接着办；不方便签的，请工作人员核对。"
      />
    );
  if (state === 'needs_material' && asked)
    return (
      <>
        <Outcome
          tone="look"
          title="请补充材料"
          text={`请在${sayMonthDay(asked.until)}以前补充；过了这一天，工作人员按已有材料办理。`}
        />
        <Card title="工作人员需要什么">{asked.words}</Card>
      </>
    );
  const by = expectedBy ? `预计${sayMonthDay(expectedBy)}前有结果。` : '有结果会通知您。';
  return (
    <>
      <Outcome
        tone="wait"
        title={appeal?.state === 'open' ? '申诉正在复核' : state === 'checking' ? '正在核对' : '工作人员正在核对'}
        text={`不用您做任何事，${by}`}
      />
      {state === 'needs_person' && <ClaimReasons claim={claim} />}
    </>
  );
}
