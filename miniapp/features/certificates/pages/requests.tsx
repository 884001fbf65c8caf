import { listRecordRequests } from '@contract/record-requests';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { stateWords } from '@miniapp/features/surveys/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '请血站核对' });

export default function RequestsPage() {
  const requests = useQuery(listRecordRequests, {});
  return (
    <Page
      title="请血站核对记录"
      action={<Button onPress={() => void go(routes.requestRecord())}>少了一次献血，请血站查</Button>}
    >
      <Loaded query={requests} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="history"
              title="没有提交过"
              text="记录少了一次，点下面的按钮；哪一条有误，打开那一条献血记录提交。"
            />
          ) : (
            <>
              {items.map(({ id, about, on, siteName, words, state, requestedAt, dueOn, answer }) => (
                <Card
                  key={id}
                  title={about === 'missing' ? '少了一次献血' : '记录有误'}
                  aside={<Tag tone={stateWords[state].tone}>{stateWords[state].word}</Tag>}
                >
                  <Facts
                    items={[
                      { label: '献血', value: `${sayDate(on)}，${siteName}` },
                      { label: '您的说明', value: words },
                      { label: '提交时间', value: sayStamp(requestedAt) },
                      ...(answer === null && state !== 'closed'
                        ? [{ label: '答复期限', value: `${sayDate(dueOn)}前` }]
                        : []),
                    ]}
                  />
                  {answer !== null && (
                    <Notice tone="done" title="血站的答复">
                      {answer}
                    </Notice>
                  )}
                </Card>
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
