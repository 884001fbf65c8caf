import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { sayClauses } from '../clauses';
import { type Claim } from '../claim-states';
import { ClaimObjection } from './claim-objection';
import { ClaimReasons } from './claim-reasons';
import { ClaimWaiting } from './claim-waiting';

/** Where the claim stands, large; with the amount, or with the clause and the way to object. */
export function ClaimVerdict({ claim }: { readonly claim: Claim }) {
  const { state, next, clause, waivedFen } = claim;
  if (state === 'refused')
    return (
      <>
        <Outcome tone="stop" title="这次没有通过" text={next} />
        <ClaimReasons claim={claim} />
        {clause && <Card title="依据">{`${sayClauses(clause)}。`}</Card>}
        <ClaimObjection claim={claim} />
      </>
    );
  if (state === 'withdrawn')
    return (
      <Notice tone="info" title="已撤回">
        {next}
      </Notice>
    );
  if (waivedFen === null) return <ClaimWaiting claim={claim} />;
  return (
    <>
      <Outcome tone="done" title={`减免 ${sayYuan(waivedFen)} 元`} text={next} />
      <Card title="金额">
        <Facts items={amounts(claim, waivedFen)} />
      </Card>
    </>
  );
}

const amounts = ({ bloodFeeFen, givenBackFen, clause }: Claim, waivedFen: number): Fact[] => [
  ...(bloodFeeFen === null ? [] : [{ label: '用血费用', value: `${sayYuan(bloodFeeFen)} 元` }]),
  ...(givenBackFen === 0 ? [] : [{ label: '原来减免', value: `${sayYuan(waivedFen + givenBackFen)} 元` }]),
  ...(givenBackFen === 0 ? [] : [{ label: '退费后收回', value: `${sayYuan(givenBackFen)} 元` }]),
  { label: givenBackFen === 0 ? '减免' : '现在减免', value: `${sayYuan(waivedFen)} 元` },
  // After a refund the bill is smaller, by how much the hospital's own receipt says.
  ...(bloodFeeFen === null || givenBackFen > 0
    ? []
    : [{ label: '自己承担', value: `${sayYuan(bloodFeeFen - waivedFen)} 元` }]),
  ...(clause ? [{ label: '依据', value: sayClauses(clause) }] : []),
];
