import { go, routes } from '@miniapp/platform/routes';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { ListRow } from '@miniapp/ui/list-row';
import { Page } from '@miniapp/ui/page';
import { VolunteerForm } from '../components/volunteer-form';
import { VolunteerListForm } from '../components/volunteer-list-form';

definePageConfig({ navigationBarTitleText: '志愿服务登记' });

export default function RecordVolunteersPage() {
  useWide();
  return (
    <Page title="志愿服务登记">
      <Card flush>
        <ListRow
          icon="search"
          title="查找和更正"
          note="看一位志愿者的全部时长，改记错的"
          onPress={() => void go(routes.findVolunteer())}
        />
      </Card>
      <Columns>
        <Column>
          <VolunteerForm />
        </Column>
        <Column>
          <VolunteerListForm />
        </Column>
      </Columns>
    </Page>
  );
}
