import { useState } from 'react';
import { reportPrivilegePlace } from '@contract/place-reports';
import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { fieldProblems } from '@miniapp/platform/words';
import { type PlaceProblem, problemChoices, say } from '../words';

definePageConfig({ navigationBarTitleText: '这里不能用' });

const title = '这里不能用';

export default function ReportPlacePage() {
  const [placeId, name] = [useParam('placeId'), useParam('name')];
  const command = useCommand(reportPrivilegePlace);
  const { summary, text, atFields, report, touch } = useProblems();
  const [problem, setProblem] = useState<PlaceProblem | null>(null);
  const [on, setOn] = useState<string>(today());
  const [words, setWords] = useState('');
  const [done, setDone] = useState(false);
  const send = async () => {
    if (report({ ...(problem === null && { problem: '请选一项。' }) }) || problem === null) return;
    const answer = await command.run({ placeId, problem, on, words });
    if (answer?.ok) setDone(true);
    else if (answer) {
      const fields = fieldProblems(answer.details);
      const when = fields.on !== undefined && { on: '请选最近 90 天里的日子。' };
      report({ ...fields, ...when }, Object.keys(fields).length > 0 ? undefined : say(answer));
    }
  };
  if (done)
    return (
      <Page title={title} action={<Button onPress={() => void goBack()}>返回地点</Button>}>
        <Outcome tone="done" title="已经收到，谢谢您" text="我们会向这个地点核实。有了答复，会发到您的消息里。" />
      </Page>
    );
  return (
    <Page
      title={title}
      action={
        <Button busy={command.busy} onPress={() => void send()}>
          提交
        </Button>
      }
    >
      <ErrorSummary problems={summary} text={text} />
      <Card title={name}>
        <ChoiceField
          id={fieldId('problem')}
          label="遇到了什么"
          error={atFields.problem}
          choices={problemChoices}
          value={problem}
          onChange={value => {
            touch('problem');
            setProblem(value);
          }}
        />
        <DateField
          id={fieldId('on')}
          label="哪一天"
          error={atFields.on}
          from={addDays(today(), -90)}
          to={today()}
          value={on}
          onChange={value => {
            touch('on');
            setOn(value);
          }}
        />
        <TextField
          id={fieldId('words')}
          label="当时的情况"
          hint="不用写姓名和电话；处理的人看不到是谁反映的"
          optional
          multiline
          maxLength={300}
          error={atFields.words}
          value={words}
          onChange={setWords}
        />
      </Card>
    </Page>
  );
}
