import { useState } from 'react';
import { appealClaim } from '@contract/waiver-review';
import { getClaim } from '@contract/waivers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { sayClauses } from '../clauses';
import { MoreFields } from '../components/more-fields';
import { useMoreForm } from '../use-more-form';
import { say, sayAppeal } from '../words';

definePageConfig({ navigationBarTitleText: '提出申诉' });

const shortest = 10;

export default function AppealPage() {
  const claimId = useParam('claimId');
  const claim = useQuery(getClaim, { claimId });
  const form = useMoreForm(shortest, `请写明理由，至少 ${shortest} 个字。`);
  const { run, busy, refusal } = useCommand(appealClaim);
  const [sending, setSending] = useState<ReturnType<typeof form.check>>();
  const mayAppeal = claim.kind === 'ready' && claim.value.appealUntil !== null;

  const send = async () => {
    if (!sending) return;
    const { words, ...bill } = sending;
    const answer = await run({ claimId, reasons: words, ...bill });
    if (answer?.ok) void replaceWith(routes.claim({ claimId }));
    else if (answer?.code === 'INVALID_INPUT') {
      form.report(fieldProblems(answer.details));
      setSending(undefined);
    }
  };

  if (sending)
    return (
      <Confirm
        title="提交前看一遍"
        facts={[
          { label: '您的理由', value: sending.words },
          { label: '补充的票据', value: sending.bill ? `号码 ${sending.bill.number}` : '没有' },
        ]}
        refusal={refusal ? sayAppeal(refusal) : undefined}
        busy={busy}
        confirmLabel="提交申诉"
        onConfirm={() => void send()}
        onBack={() => setSending(undefined)}
      >
        <Card>只能申诉一次，提交后由另一位审核员复核，十个工作日内答复。</Card>
      </Confirm>
    );
  return (
    <Page title="提出申诉" action={mayAppeal && <Button onPress={() => setSending(form.check())}>下一步</Button>}>
      <Loaded query={claim} say={say}>
        {({ next, clause, appealUntil, appeal }) =>
          appealUntil === null ? (
            <EmptyState
              icon="info"
              title={appeal ? '已经申诉过' : '现在不能申诉'}
              text={appeal ? '一份申请只能申诉一次。' : '没有可以申诉的决定，或者申诉的期限已经过了。'}
            />
          ) : (
            <>
              <Card title="对哪个决定申诉" aside={`${sayMonthDay(appealUntil)}前`}>
                {`${next}${clause ? `依据：${sayClauses(clause)}。` : ''}`}
              </Card>
              <MoreFields
                form={form}
                title="您的理由"
                label="为什么不同意"
                hint="写明哪里不对、有什么材料可以证明；不用写病情"
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
