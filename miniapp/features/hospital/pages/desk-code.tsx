import { View } from '@tarojs/components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Output } from '@contract/endpoint';
import { makeDeskCode } from '@contract/hospital-desk';
import { sayTime } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Qr } from '@miniapp/ui/qr';
import { Ticket } from '@miniapp/ui/ticket';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '出院减免码' });

function Shown({ code }: { readonly code: Output<typeof makeDeskCode> }) {
  const segments = useMemo(() => [{ mode: 'alphanumeric' as const, data: code.text }], [code.text]);
  return (
    <Ticket
      title="请收费窗口扫这个码"
      note={`${sayTime(code.expiresAt)}前有效，只能用一次`}
      stub={<View>窗口扫码后知道您的姓名和证件号码，用来查找票据和减免额度。</View>}
    >
      <Qr segments={segments} label="出院减免码，请医院收费窗口扫描" />
    </Ticket>
  );
}

/** For the discharge desk of a hospital: nothing needs to be typed or carried. */
export default function DeskCodePage() {
  const { run, busy, refusal } = useCommand(makeDeskCode);
  const [code, setCode] = useState<Output<typeof makeDeskCode> | null>(null);
  const make = useCallback(async () => {
    const answer = await run({});
    if (answer?.ok) setCode(answer.value);
  }, [run]);
  useEffect(() => void make(), [make]);
  return (
    <Page
      title="出院减免码"
      action={
        <Button busy={busy} onPress={() => void make()}>
          {code ? '换一个新码' : '再试一次'}
        </Button>
      }
    >
      {refusal && (
        <Notice tone="look" title="没有拿到码" announce>
          {say(refusal)}
        </Notice>
      )}
      {code && <Shown code={code} />}
    </Page>
  );
}
