import { View } from '@tarojs/components';
import { listMessageTopics, switchMessageTopic } from '@contract/notifications';
import { type Output } from '@contract/endpoint';
import { toChinaDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { SwitchRow } from '@miniapp/ui/switch-row';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '消息设置' });

type Topic = Output<typeof listMessageTopics>['items'][number];

export default function TopicsPage() {
  const topics = useQuery(listMessageTopics, {});
  return (
    <Page title="消息设置">
      <Loaded query={topics} say={say}>
        {({ items, quiet, mostInThirtyDays }) => (
          <>
            <Notice tone="info">
              {`不想收哪一种就关哪一种，其他的照常。晚上 ${quiet.from} 到早上 ${quiet.to} 不打扰；邀请、评价和感谢加起来，30 天最多 ${mostInThirtyDays} 条。`}
            </Notice>
            {items
              .filter(({ canStop }) => canStop)
              .map(topic => (
                <TopicCard key={topic.topic} topic={topic} reload={topics.reload} />
              ))}
            <Card title="与您正在办的事有关，不能关">
              {items
                .filter(({ canStop }) => !canStop)
                .map(topic => (
                  <View key={topic.topic}>
                    <View className="t-strong">{topic.title}</View>
                    <View className="t-note t-quiet">{`${topic.why}${sayLast(topic)}`}</View>
                  </View>
                ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const sayLast = ({ lastAt }: Topic): string =>
  lastAt ? `最近一条：${sayMonthDay(toChinaDate(lastAt))}。` : '还没有发过。';

function TopicCard({ topic, reload }: { readonly topic: Topic; readonly reload: () => Promise<void> }) {
  const command = useCommand(switchMessageTopic);
  const change = async (on: boolean) => {
    await command.run({ topic: topic.topic, on });
    await reload();
  };
  const { refusal } = command;
  return (
    <Card>
      <SwitchRow
        id={`topic-${topic.topic}`}
        label={topic.title}
        note={topic.why}
        on={topic.on}
        words={['不收', '接收']}
        disabled={command.busy}
        onChange={on => void change(on)}
      />
      <View className="t-note t-quiet">{`依据：${topic.ground}。${sayLast(topic)}`}</View>
      {refusal && (
        <Notice tone="look" announce>
          {say(refusal)}
        </Notice>
      )}
      {refusal?.code === 'CONSENT_NEEDED' && (
        <Button kind="quiet" onPress={() => void go(routes.consents())}>
          去“隐私授权”同意
        </Button>
      )}
    </Card>
  );
}
