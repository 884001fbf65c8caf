import { getMyVisit } from '@contract/visits';
import { openForm } from '@miniapp/features/appointments/open-form';
import { go, routes, startAt } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Standing } from '../components/standing';
import { useOpenForm } from '../use-open-form';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '我的排队' });

export default function QueuePage() {
  const mine = useQuery(getMyVisit, {});
  const visit = mine.kind === 'ready' ? mine.value.visit : null;
  // Something moved: look again soon; else more and more rarely.
  useRepeat(mine.reload, [5, 10, 20], visit ? `${visit.state} ${visit.ahead} ${visit.desk}` : '');
  const form = useOpenForm();
  const formDue = visit?.state === 'waiting' || visit?.state === 'called' ? form : null;
  const action = formDue ? (
    <Button onPress={() => openForm(formDue)}>填写健康征询表</Button>
  ) : (
    (visit?.state === 'done' || visit?.state === 'resting') && (
      <Button onPress={() => void startAt(routes.home())}>看看我的献血证</Button>
    )
  );
  return (
    <Page title="我的排队" action={action}>
      {formDue && (
        <Notice tone="look" title="健康征询表还没有填好">
          填好并签名才能献血，等候的时候就可以填。
        </Notice>
      )}
      <Loaded query={mine} say={say}>
        {value =>
          value.visit ? (
            <Standing visit={value.visit} />
          ) : (
            <EmptyState icon="clock" title="今天还没有报到" text="到站后出示到场码，工作人员扫码后这里会显示您的号。">
              <Button onPress={() => void go(routes.arrival())}>出示到场码</Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
