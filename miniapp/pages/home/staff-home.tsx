import { type Role } from '@contract/endpoint';
import { workOf } from '@miniapp/features/account/work-of';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

/** Who answers donors. */
const follows: readonly Role[] = ['nurse', 'reviewer', 'operator'];

/** Staff have a desk of their own; the donor's home shows the way there. */
export function StaffHome({ role }: { readonly role: Role }) {
  const work = workOf(role);
  return (
    <Page title="浙江无偿献血" tab action={work && <Button onPress={() => void go(work.path)}>{work.label}</Button>}>
      <EmptyState
        icon="person"
        title={`您正以${work?.name ?? '工作人员'}身份使用`}
        text="这个身份没有本人的献血记录。要看自己的献血证，请退出后用本人身份登录。"
      >
        {role === 'nurse' && (
          <Button kind="secondary" onPress={() => void go(routes.assist())}>
            代办服务（献血者没有手机时）
          </Button>
        )}
        {role === 'nurse' && (
          <Button kind="secondary" onPress={() => void go(routes.privilegeCard())}>
            纸质优享卡
          </Button>
        )}
        {role === 'reviewer' && (
          <Button kind="secondary" onPress={() => void go(routes.reviewHonors())}>
            荣誉证照片审核
          </Button>
        )}
        {(role === 'nurse' || role === 'operator') && (
          <Button kind="secondary" onPress={() => void go(routes.recordVolunteers())}>
            志愿服务登记
          </Button>
        )}
        {follows.includes(role) && (
          <Button kind="secondary" onPress={() => void go(routes.cases())}>
            随访和意见
          </Button>
        )}
        <Button kind="secondary" onPress={() => void go(routes.signOut())}>
          退出登录
        </Button>
      </EmptyState>
    </Page>
  );
}
