import { listGroupBookings, releaseGroupBooking } from '@contract/group-bookings';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { GroupCodes } from '../components/group-codes';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '团体预约' });

export default function StaffGroupsPage() {
  const groups = useQuery(listGroupBookings, {});
  const release = useCommand(releaseGroupBooking);
  const end = async (groupId: string) => {
    const answer = await release.run({ groupId });
    if (answer?.ok) await groups.reload();
  };
  return (
    <Page title="团体预约" action={<Button onPress={() => void go(routes.newGroup())}>新建团体预约</Button>}>
      {release.refusal && (
        <Notice tone="look" title="没有办成" announce>
          {say(release.refusal)}
        </Notice>
      )}
      <Loaded query={groups} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="people" title="还没有团体预约" text="为单位或学校留出名额，把预约码发给他们。" />
          ) : (
            items.map(item => (
              <GroupCodes key={item.group.id} made={item} busy={release.busy} onEnd={() => void end(item.group.id)} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
