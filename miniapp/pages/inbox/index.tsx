import { MessageRow } from '@miniapp/features/notifications/components/message-row';
import { useInbox } from '@miniapp/features/notifications/use-inbox';
import { say } from '@miniapp/features/notifications/words';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';

definePageConfig({ navigationBarTitleText: '消息' });

export default function Inbox() {
  const { query, more, loadMore, isRead, open } = useInbox();
  return (
    <Page title="消息" tab>
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="inbox" title="还没有消息" text="预约、排队、献血和减免的每一步，都会在这里告诉您。" />
          ) : (
            <>
              <Stack gap={3}>
                {items.map(message => (
                  <MessageRow
                    key={message.id}
                    message={message}
                    read={isRead(message)}
                    onPress={() => void open(message)}
                  />
                ))}
              </Stack>
              <MoreButton more={more} label="查看更早的消息" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
