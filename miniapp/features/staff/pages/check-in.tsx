import { host } from '@miniapp/platform/host';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { Admitted } from '../components/admitted';
import { CodeField } from '../components/code-field';
import { Refused } from '../components/refused';
import { useCheckIn } from '../use-check-in';

definePageConfig({ navigationBarTitleText: '扫码报到' });

export default function CheckInPage() {
  const { code, setCode, send, scan, admitted, walkIn, busy, refusal } = useCheckIn();
  const action = host.canScan ? (
    <Button icon="scan" busy={busy} onPress={() => void scan()}>
      {admitted ? '扫下一位' : '扫到场码'}
    </Button>
  ) : (
    <Button busy={busy} disabled={code.trim() === ''} onPress={() => void send(code)}>
      报到
    </Button>
  );
  return (
    <Page title="扫码报到" action={action}>
      {!host.canScan && (
        <CodeField
          name="code"
          label="到场码"
          hint="用扫码枪扫献血者手机上的到场码，或粘贴到这里。"
          value={code}
          onChange={setCode}
          onEnter={() => void send(code)}
        />
      )}
      {walkIn ? (
        <Stack gap={3}>
          <Notice tone="look" title="今天在本站没有预约" announce>
            按现场献血登记的，请选择献什么。
          </Notice>
          <Button kind="secondary" onPress={() => walkIn('whole_blood')}>
            现场献全血
          </Button>
          <Button kind="secondary" onPress={() => walkIn('platelets')}>
            现场献血小板
          </Button>
        </Stack>
      ) : (
        <Refused refusal={refusal} title="没有报到" />
      )}
      {admitted && <Admitted visit={admitted} onOpen={() => void go(routes.staffVisit({ visitId: admitted.id }))} />}
    </Page>
  );
}
