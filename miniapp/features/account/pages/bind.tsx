import { goBack, routes, startAt } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Page } from '@miniapp/ui/page';
import { BindForm } from '../components/bind-form';
import { BindHelp } from '../components/bind-help';
import { Bound } from '../components/bound';
import { useBind } from '../use-bind';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '实名认证' });

export default function BindPage() {
  const role = useSession()?.role;
  const { draft, change, problems, command, submit, boundName } = useBind();
  const { refusal, busy } = command;
  if (boundName !== null) return <Bound name={boundName} />;
  if (role !== 'visitor') return <NotNow signedIn={role !== undefined} />;
  // What the server said last is about an older draft when this one was not sent.
  const refused = Object.keys(problems).length === 0 ? refusal : null;
  const all = refused ? fieldProblems(refused.details) : problems;
  return (
    <Page
      title="实名认证"
      action={
        <>
          <Button busy={busy} onPress={() => void submit()}>
            提交认证
          </Button>
          <Button kind="quiet" onPress={() => void goBack()}>
            以后再说
          </Button>
        </>
      }
    >
      <ErrorSummary problems={all} text={refused ? say(refused) : undefined} />
      <BindForm draft={draft} change={change} problems={all} />
      <BindHelp />
    </Page>
  );
}

function NotNow({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <Page title="实名认证">
      <EmptyState
        icon="person"
        title={signedIn ? '不需要再认证' : '请先登录'}
        text={signedIn ? '您当前的身份已经确认。' : '登录之后就可以认证。'}
      >
        <Button onPress={() => void startAt(signedIn ? routes.home() : routes.signIn())}>
          {signedIn ? '返回首页' : '去登录'}
        </Button>
      </EmptyState>
    </Page>
  );
}
