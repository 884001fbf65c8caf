import { routes, startAt, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { ChosenRule } from '../components/chosen-rule';
import { Refused } from '../components/refused';
import { RuleSearch } from '../components/rule-search';
import { say, type StaffVisit } from '../nurse-words';
import { useDeferForm } from '../use-defer-form';
import { useStaffVisit } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '登记暂缓' });

export default function DeferPage() {
  const record = useStaffVisit(useParam('visitId'));
  if (record.kind === 'ready') return <Deferring visit={record.value.visit} />;
  return (
    <Page title="登记暂缓">
      <Loaded query={record} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Deferring({ visit }: { readonly visit: StaffVisit }) {
  const form = useDeferForm(visit, { ruleId: useParam('ruleId'), until: useParam('until') });
  const { rule, until, defer, deferred, problems, busy, refusal } = form;
  if (deferred) {
    const wait =
      rule?.permanent || until === '' ? '' : until <= today() ? '换一天就可以再来。' : `${sayDate(until)}起可以再来。`;
    return (
      <Page title="登记暂缓" action={<Button onPress={() => void startAt(routes.staffToday())}>回到今日名单</Button>}>
        <Outcome
          tone="done"
          title="已登记暂缓"
          text={`${wait}献血者的手机上会显示日期和能告诉他的原因，消息里不写原因。请谢谢他来。`}
        />
      </Page>
    );
  }
  return (
    <Page
      title="登记暂缓"
      action={
        <Button busy={busy} disabled={!rule} onPress={() => void defer()}>
          {rule ? '确认暂缓' : '请先选原因'}
        </Button>
      }
    >
      <Refused refusal={refusal} title="没有登记" />
      <ErrorSummary problems={problems} />
      <Heading>{`${visit.number} · ${visit.maskedName}`}</Heading>
      {rule ? <ChosenRule form={form} /> : <RuleSearch form={form} />}
    </Page>
  );
}
