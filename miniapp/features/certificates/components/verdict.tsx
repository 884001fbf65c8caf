import { View } from '@tarojs/components';
import { type verifyCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { shownFacts, verdicts } from '../verdicts';

/** The answer in one large word, and what the holder lets others see. */
export function Verdict({ result }: { readonly result: Output<typeof verifyCertificate> }) {
  const facts = shownFacts(result);
  const checked = `核验时间 ${sayMoment(result.checkedAt)}`;
  return (
    <>
      <Outcome {...verdicts[result.status]}>
        <View className="t-note t-quiet">{checked}</View>
      </Outcome>
      {facts.length > 0 && (
        <Card title="持证人选择展示的内容">
          <Facts items={facts} />
        </Card>
      )}
      {result.status === 'valid' && (
        <Notice tone="info">需要确认是不是本人时，请再看持证人的身份证件。没有展示的内容，持证人可以不提供。</Notice>
      )}
    </>
  );
}
