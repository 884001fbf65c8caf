import { sayDate, today } from '@miniapp/platform/chinese-date';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useRequest } from '../use-request';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '请血站核对' });

export default function RequestPage() {
  const donationId = useParam('donationId');
  const { draft, change, submit, sites, problems, dueOn, busy } = useRequest(donationId);
  if (dueOn)
    return (
      <Page
        title="请血站核对"
        action={<Button onPress={() => void replaceWith(routes.recordRequests())}>查看进展</Button>}
      >
        <Outcome tone="done" title="已经交给血站" text={`血站会在${sayDate(dueOn)}前答复，有了答复发消息告诉您。`} />
      </Page>
    );
  return (
    <Page
      title={donationId ? '这条记录有误' : '少了一次献血'}
      action={
        <Button busy={busy} onPress={() => void submit()}>
          提交给血站
        </Button>
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      {donationId === '' && (
        <Loaded query={sites} say={say}>
          {({ items, cities }) => (
            <>
              <SelectField
                id={fieldId('city')}
                label="在哪个城市献的"
                choices={[{ value: '', label: '全部城市' }, ...cities.map(name => ({ value: name, label: name }))]}
                value={draft.city}
                onChange={city => change({ city })}
              />
              <SelectField
                id={fieldId('siteId')}
                label="献血点"
                hint="记不清的，选最近的一个，在说明里写清楚"
                error={problems.atFields.siteId}
                choices={[{ value: '', label: '请选择' }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
                value={draft.siteId}
                onChange={siteId => change({ siteId })}
              />
            </>
          )}
        </Loaded>
      )}
      {donationId === '' && (
        <DateField
          id={fieldId('on')}
          label="哪一天"
          error={problems.atFields.on}
          to={today()}
          value={draft.on}
          onChange={on => change({ on })}
        />
      )}
      <TextField
        id={fieldId('words')}
        label="说明"
        hint={donationId ? '哪里不对，应该是什么' : '献了什么、多少，献血证上的号码（有的话）'}
        multiline
        maxLength={300}
        error={problems.atFields.words}
        value={draft.words}
        onChange={words => change({ words })}
      />
      <Notice tone="info">血站的工作人员会查原始记录，七天内答复。记录由血站更正，更正后您会收到消息。</Notice>
    </Page>
  );
}
