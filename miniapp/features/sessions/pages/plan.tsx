import { listSessions, planSession } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '新排一场' });

export default function PlanPage() {
  const list = useQuery(listSessions, { from: today(), days: '1' });
  const command = useCommand(planSession);
  const { summary, text, atFields, report, touch } = useProblems();
  const [siteId, setSiteId] = useState<string | null>(null);
  const [on, setOn] = useState('');
  const plan = async () => {
    const missing = { ...(siteId === null && { site: '请选择献血点。' }), ...(on === '' && { on: '请选择日期。' }) };
    if (report(missing) || siteId === null) return;
    const answer = await command.run({ siteId, on });
    if (answer?.ok) await replaceWith(routes.editSession({ sessionId: answer.value.id }));
    else if (answer) report({}, say(answer));
  };
  const action = list.kind === 'ready' && (
    <Button busy={command.busy} onPress={() => void plan()}>
      下一步：排时间和名额
    </Button>
  );
  return (
    <Page title="新排一场" action={action}>
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={list} say={say}>
        {({ sites }) => (
          <Card>
            <SelectField
              id={fieldId('site')}
              label="献血点"
              error={atFields.site}
              choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
              value={siteId}
              onChange={value => {
                touch('site');
                setSiteId(value);
              }}
            />
            <DateField
              id={fieldId('on')}
              label="日期"
              hint="先存为草稿，发布后才开放预约"
              error={atFields.on}
              value={on}
              from={today()}
              to={addDays(today(), 120)}
              onChange={value => {
                touch('on');
                setOn(value);
              }}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
