import { type Role } from '@contract/endpoint';
import { workOf } from '@miniapp/features/account/work-of';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { type IconName } from '@miniapp/ui/icon-paths';
import { ListRow } from '@miniapp/ui/list-row';
import { Page } from '@miniapp/ui/page';

interface Side {
  readonly for: readonly Role[];
  readonly icon: IconName;
  readonly title: string;
  readonly note?: string;
  readonly path: string;
}

/** What staff do beside their desk. */
const beside: readonly Side[] = [
  { for: ['nurse'], icon: 'phone', title: '代办服务', note: '献血者没有手机时', path: routes.assist() },
  { for: ['nurse'], icon: 'qr-code', title: '纸质优享卡', path: routes.privilegeCard() },
  { for: ['reviewer'], icon: 'person', title: '荣誉证照片审核', path: routes.reviewHonors() },
  { for: ['nurse', 'operator'], icon: 'people', title: '志愿服务登记', path: routes.recordVolunteers() },
  { for: ['nurse', 'reviewer', 'operator'], icon: 'inbox', title: '随访和意见', path: routes.cases() },
];

/** Staff have a desk of their own; the donor's home shows the way there. */
export function StaffHome({ role }: { readonly role: Role }) {
  const work = workOf(role);
  return (
    <Page title="浙江无偿献血" tab action={work && <Button onPress={() => void go(work.path)}>{work.label}</Button>}>
      <EmptyState
        icon="person"
        title={`您正以${work?.name ?? '工作人员'}身份使用`}
        text="这个身份没有本人的献血记录。要看自己的献血证，请退出后用本人身份登录。"
      />
      <Card flush>
        {beside
          .filter(side => side.for.includes(role))
          .map(({ icon, title, note, path }) => (
            <ListRow key={path} icon={icon} title={title} note={note} onPress={() => void go(path)} />
          ))}
        <ListRow icon="leave" title="退出登录" onPress={() => void go(routes.signOut())} />
      </Card>
    </Page>
  );
}
