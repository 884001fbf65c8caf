import { useState } from 'react';
import { correctVolunteerHours } from '@contract/volunteers';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Page } from '@miniapp/ui/page';
import { minutesOf } from '../volunteer-draft';
import { say } from '../volunteer-words';
import { ReasonField } from './reason-field';
import { type Service } from './service-list';

const templates = ['签到或签退时间记错', '登记到了别的日期', '这一次没有到场'];

/** Day and length of one event; zero takes it back. What stood there stays readable. */
export function CorrectEvent({ service, onBack }: { readonly service: Service; readonly onBack: () => void }) {
  const [on, setOn] = useState(service.on);
  const [hours, setHours] = useState(String(service.minutes / 60));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const correct = useCommand(correctVolunteerHours);
  const send = async () => {
    const minutes = minutesOf(hours);
    const found: Record<string, string> = {};
    if (minutes === null) found.minutes = '请填小时数，例如 3.5；填 0 表示不计这一次。';
    if (reason.trim().length < 4) found.reason = '请写明原因，至少 4 个字。';
    setProblems(found);
    if (minutes === null || Object.keys(found).length > 0) return;
    const { id: serviceId, version } = service;
    const answer = await correct.run({ serviceId, version, on, minutes, reason: reason.trim() });
    if (answer?.ok) onBack();
  };
  return (
    <Page
      title="更正志愿服务"
      action={
        <Button busy={correct.busy} onPress={() => void send()}>
          保存更正
        </Button>
      }
    >
      <ErrorSummary problems={problems} text={correct.refusal ? say(correct.refusal) : undefined} />
      <Card title={`${service.activity}，活动 ${service.eventNumber}`}>
        <DateField id={fieldId('on')} label="服务日期" to={today()} value={on} onChange={setOn} />
        <TextField
          id={fieldId('minutes')}
          label="时长（小时）"
          hint="填 0 表示不计这一次"
          maxLength={5}
          value={hours}
          error={problems.minutes}
          onChange={setHours}
        />
        <ReasonField
          hint="原来的记录会保留，志愿者看得到改动"
          templates={templates}
          value={reason}
          error={problems.reason}
          onChange={setReason}
        />
      </Card>
      <Button kind="quiet" onPress={onBack}>
        不改了
      </Button>
    </Page>
  );
}
