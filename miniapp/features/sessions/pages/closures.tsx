import { listSessions } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { ClosureList } from '../components/closure-list';
import { useClosure } from '../use-closure';
import { say, sayTold } from '../words';

definePageConfig({ navigationBarTitleText: '闭站日' });

export default function ClosuresPage() {
  const list = useQuery(listSessions, { from: today(), days: '31' });
  const closure = useClosure(list.reload);
  const { draft, change, problems } = closure;
  const errors = problems.atFields;
  const sites = list.kind === 'ready' ? list.value.sites : [];
  if (closure.donors !== null)
    return (
      <Confirm
        title="确认闭站"
        facts={[
          { label: '献血点', value: sites.find(({ id }) => id === draft.siteId)?.name ?? '' },
          { label: '日期', value: `${sayMonthDay(draft.from)} 至 ${sayMonthDay(draft.to || draft.from)}` },
          { label: '会受影响', value: sayTold(closure.donors) },
        ]}
        confirmLabel={`闭站并通知 ${closure.donors} 位`}
        onConfirm={() => void closure.send(true)}
        busy={closure.busy}
        onBack={closure.write}
      />
    );
  const action = list.kind === 'ready' && (
    <Button busy={closure.busy} onPress={() => void closure.send(false)}>
      设为闭站
    </Button>
  );
  return (
    <Page title="闭站日" action={action}>
      <ErrorSummary problems={problems.summary} text={problems.text} />
      {closure.told !== null && (
        <Notice tone="done" title="已设为闭站" announce>
          {sayTold(closure.told)}
        </Notice>
      )}
      <Loaded query={list} say={say}>
        {value => (
          <>
            <Card>
              <SelectField
                id={fieldId('siteId')}
                label="献血点"
                error={errors.siteId}
                choices={value.sites.map(({ id, name }) => ({ value: id, label: name }))}
                value={draft.siteId || null}
                onChange={siteId => change({ siteId })}
              />
              <DateField
                id={fieldId('from')}
                label="从哪天"
                error={errors.from}
                from={today()}
                to={addDays(today(), 366)}
                value={draft.from}
                onChange={from => change({ from })}
              />
              <DateField
                id={fieldId('to')}
                label="到哪天"
                hint="只关一天就不用填"
                optional
                error={errors.to}
                from={draft.from || today()}
                to={addDays(today(), 396)}
                value={draft.to}
                onChange={to => change({ to })}
              />
              <TextField
                id={fieldId('reason')}
                label="原因"
                hint="写给献血者看，如“清明放假”"
                maxLength={100}
                error={errors.reason}
                value={draft.reason}
                onChange={reason => change({ reason })}
              />
            </Card>
            <Heading>近一个月</Heading>
            <ClosureList closures={value.closures} sites={value.sites} onChange={list.reload} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
