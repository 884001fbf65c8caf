import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { host } from '@miniapp/platform/host';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { CaseFields } from '../components/case-fields';
import { type OpenedCase, useCase } from '../use-case';
import { kindWords, sayCase, stateWords } from '../words';

definePageConfig({ navigationBarTitleText: '随访和意见' });

export default function CasePage() {
  useWide();
  const form = useCase(useParam('caseId'));
  const { opened, closed, busy } = form;
  if (closed)
    return (
      <Page title="随访和意见" action={<Button onPress={() => void replaceWith(routes.cases())}>回到列表</Button>}>
        <Outcome tone="done" title="已办结" text="处理结果已经保存。给献血者的回复会发到他的消息里。" />
      </Page>
    );
  const value = opened.kind === 'ready' ? opened.value : null;
  const action =
    value?.state === 'open' ? (
      <Button busy={busy} onPress={() => void form.takeIt(value)}>
        我来处理
      </Button>
    ) : (
      value?.state === 'in_work' && (
        <Button busy={busy} onPress={() => void form.closeIt(value)}>
          办结
        </Button>
      )
    );
  return (
    <Page title={value ? kindWords[value.kind] : '随访和意见'} action={action}>
      <ErrorSummary problems={form.summary} text={form.text} />
      <Loaded query={opened} say={sayCase}>
        {one => (
          <>
            <Subject value={one} />
            {one.state === 'in_work' && <CaseFields form={form} value={one} />}
            {one.state === 'closed' && <Closed value={one} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Subject({ value }: { readonly value: OpenedCase }) {
  const { donor, facts, state, openedAt, dueOn, overdue, siteName, urgent } = value;
  const phone = donor?.phone ?? null;
  return (
    <>
      {urgent && state !== 'closed' && <Notice tone="stop" title="紧急：请现在就联系献血者" />}
      <Card
        title={siteName ?? '献血点'}
        aside={
          <Tag tone={overdue ? 'look' : stateWords[state].tone}>{overdue ? '已超期' : stateWords[state].word}</Tag>
        }
      >
        <Facts
          items={[
            ...facts,
            { label: '收到时间', value: sayStamp(openedAt) },
            { label: '处理期限', value: sayDate(dueOn) },
          ]}
        />
      </Card>
      {donor ? (
        <Card title="献血者">
          <Facts
            items={[
              { label: '姓名', value: donor.name },
              { label: '电话', value: donor.phone ?? '没有留电话' },
              ...(donor.donationNumber ? [{ label: '献血码', value: donor.donationNumber }] : []),
            ]}
          />
          {phone && state !== 'closed' && (
            <Button kind="secondary" icon="phone" onPress={() => void host.phoneCall(phone)}>
              打电话
            </Button>
          )}
        </Card>
      ) : (
        <Notice tone="info">评价不显示是谁写的。您的回复会发给本人。</Notice>
      )}
    </>
  );
}

function Closed({ value: { outcome, answer, closedAt } }: { readonly value: OpenedCase }) {
  return (
    <Card title="处理结果" aside={closedAt ? sayStamp(closedAt) : undefined}>
      <Facts
        items={[
          { label: '经过和结果', value: outcome ?? '' },
          ...(answer ? [{ label: '给献血者的回复', value: answer }] : []),
        ]}
      />
    </Card>
  );
}
