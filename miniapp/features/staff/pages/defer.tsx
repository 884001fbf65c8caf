import { useParam, routes, startAt } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Refused } from '../components/refused';
import { deferReasons, say, type StaffVisit } from '../nurse-words';
import { useDeferForm } from '../use-defer-form';
import { useStaffVisit } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '登记暂缓' });

export default function DeferPage() {
  const visit = useStaffVisit(useParam('visitId'));
  if (visit.kind === 'ready') return <Deferring visit={visit.value} />;
  return (
    <Page title="登记暂缓">
      <Loaded query={visit} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Deferring({ visit }: { readonly visit: StaffVisit }) {
  const { ruleId, chooseRule, days, setDays, again, defer, deferred, problems, busy, refusal } = useDeferForm(visit.id);
  if (deferred)
    return (
      <Page title="登记暂缓" action={<Button onPress={() => void startAt(routes.staffToday())}>回到今日名单</Button>}>
        <Outcome tone="done" title="已登记暂缓" text="献血者会收到一条消息，消息里不写原因。" />
      </Page>
    );
  const action = (
    <Button busy={busy} onPress={() => void defer()}>
      确认暂缓
    </Button>
  );
  return (
    <Page title="登记暂缓" action={action}>
      <Refused refusal={refusal} title="没有登记" />
      <ErrorSummary problems={problems} />
      <Heading>{`${visit.number} · ${visit.maskedName}`}</Heading>
      <SelectField
        id={fieldId('ruleId')}
        label="原因"
        error={problems.ruleId}
        choices={deferReasons.map(({ ruleId: value, label }) => ({ value, label }))}
        value={ruleId}
        onChange={chooseRule}
      />
      <TextField
        id={fieldId('waitDays')}
        label="过几天再来"
        hint="选原因后按规定填好，可以按实际情况改。填 0 表示换一天就行。"
        kind="number"
        maxLength={4}
        error={problems.waitDays}
        value={days}
        onChange={setDays}
      />
      {again && <Notice tone="info">{`${again}起可以再来献血。`}</Notice>}
    </Page>
  );
}
