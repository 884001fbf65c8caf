import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { GateFields } from '../components/gate-fields';
import { NewSecret } from '../components/new-secret';
import { sayRegistry } from '../registry-words';
import { useGateForm } from '../use-gate-form';

definePageConfig({ navigationBarTitleText: '验码设备' });

export default function GateFormPage() {
  useWide();
  const gateId = useParam('gateId');
  const form = useGateForm(gateId);
  const { known, secret, saved } = form;
  const title = gateId === '' ? '登记验码设备' : '修改验码设备';
  if (secret)
    return (
      <Page
        title="设备已登记"
        action={
          <Button onPress={() => void replaceWith(routes.gateDetails({ gateId: secret.gateId }))}>
            已写进设备，完成
          </Button>
        }
      >
        <NewSecret code={secret.code} secret={secret.secret} />
      </Page>
    );
  if (saved)
    return (
      <Page
        title={title}
        action={<Button onPress={() => void replaceWith(routes.gateDetails({ gateId }))}>查看这台设备</Button>}
      >
        <Outcome tone="done" title="已保存" text="马上生效，改了什么已记入变更记录。" />
      </Page>
    );
  const ready = gateId === '' || known.kind === 'ready';
  const action = ready && (
    <Button busy={form.busy} onPress={() => void form.save()}>
      {gateId === '' ? '登记，取得密钥' : '保存'}
    </Button>
  );
  return (
    <Page title={title} action={action}>
      <ErrorSummary problems={form.summary} text={form.text} />
      {gateId === '' ? (
        <GateFields form={form} fixed={false} />
      ) : (
        <Loaded query={known} say={sayRegistry}>
          {() => <GateFields form={form} fixed />}
        </Loaded>
      )}
    </Page>
  );
}
