import { useState } from 'react';
import { recordVolunteerHours } from '@contract/volunteers';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { say } from '../volunteer-words';
import { checkDraft, emptyDraft, type VolunteerDraft } from '../volunteer-draft';

/** One volunteer at one event. The event stays written for the next person of the same list. */
export function VolunteerForm() {
  const [draft, setDraft] = useState(emptyDraft);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [kept, setKept] = useState<'recorded' | 'already' | null>(null);
  const record = useCommand(recordVolunteerHours);
  const set = (part: Partial<VolunteerDraft>) => setDraft({ ...draft, ...part });
  const send = async () => {
    setKept(null);
    const checked = checkDraft(draft);
    setProblems('problems' in checked ? checked.problems : {});
    if ('problems' in checked) return;
    const answer = await record.run(checked.command);
    if (answer?.ok) {
      setKept(answer.value.outcome);
      set({ whose: '', name: '' });
    } else if (answer) setProblems(fieldProblems(answer.details));
  };
  const field = (name: 'eventNumber' | 'whose' | 'name' | 'activity', label: string, hint?: string) => (
    <TextField
      id={fieldId(name)}
      label={label}
      hint={hint}
      maxLength={50}
      value={draft[name]}
      error={problems[name]}
      onChange={text => set({ [name]: text })}
    />
  );
  return (
    <Card title="登记一位">
      <ErrorSummary problems={problems} text={record.refusal ? say(record.refusal) : undefined} />
      {kept && (
        <Notice tone="done" announce>
          {kept === 'recorded'
            ? '已登记。可以接着登记同一活动的下一位。'
            : '这一位在这个活动里已经登记过，没有重复计时。'}
        </Notice>
      )}
      {field('eventNumber', '活动编号', '同一活动同一人只计一次')}
      {field('activity', '服务内容')}
      <DateField
        id={fieldId('on')}
        label="服务日期"
        to={today()}
        value={draft.on}
        error={problems.on}
        onChange={on => set({ on })}
      />
      <TextField
        id={fieldId('minutes')}
        label="时长（小时）"
        hint="例如 3.5"
        maxLength={5}
        value={draft.hours}
        error={problems.minutes}
        onChange={hours => set({ hours })}
      />
      {field('whose', '电子献血证编号或身份证号码')}
      {field('name', '姓名')}
      <Button kind="secondary" busy={record.busy} onPress={() => void send()}>
        登记
      </Button>
    </Card>
  );
}
