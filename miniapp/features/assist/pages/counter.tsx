import { useHelped } from '@miniapp/platform/helped';
import { go, replaceWith, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CounterForm } from '../components/counter-form';
import { NewDonorFields } from '../components/new-donor-fields';
import { useCounter } from '../use-counter';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '代办服务' });

export default function CounterPage() {
  const role = useSession()?.role;
  const helped = useHelped();
  if (helped) return <Busy />;
  return role === 'nurse' ? <Counter /> : <NotStaff />;
}

function Counter() {
  const { draft, change, registering, toRegister, problems, refusal, busy, submit } = useCounter();
  const notMatched = refusal?.code === 'PERSON_NOT_MATCHED' && !registering;
  return (
    <Page
      title="代办服务"
      action={
        <Button busy={busy} onPress={() => void submit()}>
          {registering ? '登记并开始代办' : '开始代办'}
        </Button>
      }
    >
      <Notice tone="info">
        为没有手机或不会用手机的献血者办理。规则和本人办理完全一样，每一步都有记录，本人可以查看。
      </Notice>
      <ErrorSummary problems={problems} text={refusal ? say(refusal) : undefined} />
      {notMatched && (
        <Button kind="secondary" onPress={toRegister}>
          没有登记过，登记为新的献血者
        </Button>
      )}
      <CounterForm draft={draft} change={change} problems={problems} onEnter={() => void submit()}>
        {registering && <NewDonorFields draft={draft} change={change} problems={problems} />}
      </CounterForm>
    </Page>
  );
}

function Busy() {
  return (
    <Page title="代办服务" action={<Button onPress={() => void replaceWith(routes.helpDesk())}>继续代办</Button>}>
      <EmptyState icon="people" title="正在代办中" text="一次只能为一位献血者代办。要换一位，请先点上方“结束”。" />
    </Page>
  );
}

function NotStaff() {
  return (
    <Page title="代办服务">
      <EmptyState icon="people" title="这是献血屋柜台用的" text="替亲友办理，请到“我可以代办的人”。">
        <Button onPress={() => void go(routes.helpOthers())}>我可以代办的人</Button>
      </EmptyState>
    </Page>
  );
}
