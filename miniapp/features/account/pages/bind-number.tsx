import { go, routes } from '@miniapp/platform/routes';
import { host } from '@miniapp/platform/host';
import { useSession } from '@miniapp/platform/session';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ListRow } from '@miniapp/ui/list-row';
import { Page } from '@miniapp/ui/page';
import { BindForm } from '../components/bind-form';
import { Bound } from '../components/bound';
import { NoNeedToBind } from '../components/no-need-to-bind';
import { useBind } from '../use-bind';
import { helpPhone, say } from '../words';

definePageConfig({ navigationBarTitleText: '用献血码认证' });

export default function BindNumberPage() {
  const role = useSession()?.role;
  const { draft, change, problems, command, submit, boundName } = useBind();
  const { refusal, busy } = command;
  if (boundName !== null) return <Bound name={boundName} />;
  if (role !== 'visitor') return <NoNeedToBind signedIn={role !== undefined} />;
  // What the server said last is about an older draft when this one was not sent.
  const refused = Object.keys(problems).length === 0 ? refusal : null;
  const all = refused ? fieldProblems(refused.details) : problems;
  return (
    <Page
      title="用献血码认证"
      action={
        <Button busy={busy} onPress={() => void submit()}>
          提交认证
        </Button>
      }
    >
      <ErrorSummary problems={all} text={refused ? say(refused) : undefined} />
      <BindForm draft={draft} change={change} problems={all} />
      <Card flush>
        <ListRow
          icon="person"
          title="找不到献血码"
          note="带证件到血站柜台办理"
          onPress={() => void go(routes.accountCode())}
        />
        <ListRow
          icon="phone"
          title={`打电话问 ${helpPhone}`}
          note="告诉您献血码在哪里"
          onPress={() => void host.phoneCall(helpPhone)}
        />
      </Card>
    </Page>
  );
}
