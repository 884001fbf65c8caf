import { getOperationsOverview } from '@contract/operations';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { SuspensionForm } from '../components/suspension-form';
import { say } from '../operations-words';
import { useSuspension } from '../use-suspension';

definePageConfig({ navigationBarTitleText: '暂停或恢复优享码' });

const title = '暂停或恢复优享码';

export default function SuspendPage() {
  // Says at once whether an operator is signed in, before somebody fills in the form.
  const operator = useQuery(getOperationsOverview, {});
  const suspension = useSuspension();
  const { draft, stage } = suspension;
  const word = draft.to === 'suspended' ? '暂停' : '恢复';
  if (stage === 'done')
    return (
      <Page title={title} action={<Button onPress={suspension.again}>再办一件</Button>}>
        <Outcome tone="done" title={`优享码已${word}`} text="立即生效，操作已记入操作记录。" />
      </Page>
    );
  if (stage === 'confirm')
    return (
      <Confirm
        title={`确认${word}优享码`}
        facts={[
          { label: '证书编号', value: draft.certificateNumber },
          { label: '要做什么', value: word },
          { label: '原因', value: draft.reason },
        ]}
        refusal={suspension.refusal}
        confirmLabel={`确认${word}`}
        onConfirm={() => void suspension.send()}
        busy={suspension.busy}
        onBack={suspension.write}
      />
    );
  return (
    <Page title={title} action={operator.kind === 'ready' && <Button onPress={suspension.look}>下一步</Button>}>
      <ErrorSummary problems={suspension.problems} />
      <Loaded query={operator} say={say}>
        {() => <SuspensionForm suspension={suspension} />}
      </Loaded>
    </Page>
  );
}
