import { openForm } from '@miniapp/features/appointments/open-form';
import { go, routes, startAt } from '@miniapp/platform/routes';
import { useLiveVisit } from '@miniapp/platform/use-live-queue';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { NoDonation } from '../components/no-donation';
import { Standing } from '../components/standing';
import { Thanks } from '../components/thanks';
import { useOpenForm } from '../use-open-form';
import { type MyVisit, say } from '../words';

definePageConfig({ navigationBarTitleText: '我的排队' });

export default function QueuePage() {
  const { query, live } = useLiveVisit();
  const visit = query.kind === 'ready' ? query.value.visit : null;
  const form = useOpenForm();
  const formDue = visit?.state === 'waiting' || visit?.state === 'called' ? form : null;
  const ended = visit?.state === 'done' || visit?.state === 'left' || visit?.state === 'deferred';
  const action = formDue ? (
    <Button onPress={() => openForm(formDue)}>填写健康征询表</Button>
  ) : (
    ended && <Button onPress={() => void startAt(routes.home())}>看看我的献血证</Button>
  );
  return (
    <Page title="我的排队" action={action}>
      <Loaded query={query} say={say}>
        {value =>
          value.visit ? (
            <>
              {formDue && value.visit.state !== 'called' && <FormDue />}
              <Course visit={value.visit} />
              {formDue && value.visit.state === 'called' && <FormDue />}
              {!ended && (
                <Notice tone="info">
                  {live === 'push' ? '这一页会实时更新，不用刷新。' : '这一页每隔几秒自动更新。'}
                </Notice>
              )}
            </>
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

/** Above the place in the queue while there is time; below it once the donor is called. */
const FormDue = () => (
  <Notice tone="look" title="健康征询表还没有填好">
    填好并签名才能献血，等候的时候就可以填。
  </Notice>
);

function Course({ visit }: { readonly visit: MyVisit }) {
  const { state } = visit;
  if (state === 'done' || state === 'resting') return <Thanks visit={visit} />;
  if (state === 'left' || state === 'deferred') return <NoDonation deferred={state === 'deferred'} />;
  return <Standing visit={visit} />;
}
