import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { type ConsentRequest, requestFacts } from '../consent-requests';

interface ConsentQuestionProps {
  readonly asked: ConsentRequest;
  /** Open questions behind this one. */
  readonly others: number;
}

/** Who asks, what is looked up, and what becomes of it: all of it before the answer. */
export function ConsentQuestion({ asked, others }: ConsentQuestionProps) {
  return (
    <>
      {others > 0 && <Notice tone="info">{`答复以后，还有 ${others} 件请您看。`}</Notice>}
      <Card title="有人申请用您的献血额度">
        <Facts items={requestFacts(asked)} />
      </Card>
      <Card title={asked.title}>
        {asked.paragraphs.map(paragraph => (
          <View key={paragraph}>{paragraph}</View>
        ))}
      </Card>
      <Notice tone="look" title="不认识这个人？">
        请选“不同意”。姓名只显示一部分，是为了保护患者；拿不准的，先向家里人问清楚再答复。
      </Notice>
      <Button kind="quiet" onPress={() => void go(routes.consents())}>
        以后都同意，不用每次问我
      </Button>
    </>
  );
}
