import { useState } from 'react';
import { View } from '@tarojs/components';
import { admitToHonor } from '@contract/honors';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { ReasonField } from '../components/reason-field';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '外省获奖准入' });

const templates = ['外省奉献奖证书原件已核对', '国家表彰名单已核对', '外省血站证明已核对'];

export default function AdmitPage() {
  useWide();
  const [certificateNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState(false);
  const admit = useCommand(admitToHonor);
  const send = async () => {
    const found: Record<string, string> = {};
    const plain = certificateNumber.replace(/\s/g, '').toUpperCase();
    if (plain.length < 4) found.certificateNumber = '请填献血者的电子献血证编号。';
    if (reason.trim().length < 4) found.reason = '请写明看过什么证明，至少 4 个字。';
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await admit.run({ certificateNumber: plain, reason: reason.trim() });
    if (answer?.ok) setDone(true);
  };
  const again = () => {
    setNumber('');
    setReason('');
    setDone(false);
  };
  if (done)
    return (
      <Page title="外省获奖准入" action={<Button onPress={again}>再办一位</Button>}>
        <Outcome tone="done" title="已准入" text="献血者会收到通知，可以上传照片申领。照片仍要审核。" />
      </Page>
    );
  return (
    <Page
      title="外省获奖准入"
      action={
        <Button busy={admit.busy} onPress={() => void send()}>
          准入
        </Button>
      }
    >
      <ErrorSummary problems={problems} text={admit.refusal ? say(admit.refusal) : undefined} />
      <Card>
        <View className="t-body">
          在外省获得国家奉献奖、省内不足 20 次的献血者，系统会说明原因并请他联系血站。看过证明后，在这里准入。
        </View>
      </Card>
      <Card>
        <TextField
          id={fieldId('certificateNumber')}
          label="电子献血证编号"
          hint="在献血者的献血证上"
          maxLength={40}
          value={certificateNumber}
          error={problems.certificateNumber}
          onChange={setNumber}
        />
        <ReasonField
          hint="写明看过什么证明，记入操作记录"
          templates={templates}
          value={reason}
          error={problems.reason}
          onChange={setReason}
        />
      </Card>
    </Page>
  );
}
