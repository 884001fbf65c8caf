import { type Output } from '@contract/endpoint';
import { getSession } from '@contract/sessions';
import { sayDate } from '@miniapp/platform/chinese-date';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { EditForm } from '../components/edit-form';
import { useEdit } from '../use-edit';
import { useKnownPlaces } from '../use-known-places';
import { say, sayTold } from '../words';

definePageConfig({ navigationBarTitleText: '修改场次' });

export default function EditPage() {
  const read = useQuery(getSession, { sessionId: useParam('sessionId') });
  if (read.kind === 'ready') return <Editing key={read.value.session.id} read={read.value} />;
  return (
    <Page title="修改场次">
      <Loaded query={read} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Editing({ read }: { readonly read: Output<typeof getSession> }) {
  const { session, site } = read;
  const edit = useEdit(read);
  const known = useKnownPlaces(site.id, site.kind !== 'vehicle');
  const back = () => void replaceWith(routes.session({ sessionId: session.id }));
  if (edit.done)
    return (
      <Page title="修改场次" action={<Button onPress={back}>看这一场</Button>}>
        <Outcome
          tone="done"
          title="已保存"
          text={session.state === 'draft' ? '还是草稿，核对后发布。' : '新的安排已经生效。'}
        />
      </Page>
    );
  if (edit.effect)
    return (
      <Confirm
        title="确认通知献血者"
        facts={[
          { label: '场次', value: `${site.name} ${sayDate(session.on)}` },
          { label: '会受影响', value: sayTold(edit.effect.donors) },
          ...(edit.effect.cancelled > 0 ? [{ label: '时段取消', value: `${edit.effect.cancelled} 位` }] : []),
          ...(edit.effect.over > 0 ? [{ label: '名额不够', value: `最后约的 ${edit.effect.over} 位要改时间` }] : []),
          ...(edit.effect.moved > 0 ? [{ label: '地点改变', value: `${edit.effect.moved} 位` }] : []),
        ]}
        confirmLabel="保存并通知"
        onConfirm={() => void edit.agree()}
        busy={edit.busy}
        onBack={edit.write}
      >
        <Notice tone="info">
          {edit.effect.over > 0
            ? '还没确认的名额先放回，再从最后约的开始。他们会收到通知，并看到最近的空闲时间。'
            : '时段取消的，会同时推荐最近的空闲时间。'}
        </Notice>
      </Confirm>
    );
  const action = (
    <Button busy={edit.busy} onPress={() => void edit.send()}>
      {session.state === 'draft' ? '保存草稿' : '保存'}
    </Button>
  );
  return (
    <Page title="修改场次" action={action}>
      <ErrorSummary problems={edit.problems.summary} text={edit.problems.text} />
      <EditForm read={read} edit={edit} known={known} />
    </Page>
  );
}
