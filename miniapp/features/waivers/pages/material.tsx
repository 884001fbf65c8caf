import { giveMaterial } from '@contract/waiver-review';
import { getClaim } from '@contract/waivers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { MoreFields } from '../components/more-fields';
import { useMoreForm } from '../use-more-form';
import { say, sayAppeal } from '../words';

definePageConfig({ navigationBarTitleText: '补充材料' });

export default function MaterialPage() {
  const claimId = useParam('claimId');
  const claim = useQuery(getClaim, { claimId });
  const form = useMoreForm(2, '请写一句说明，例如“结婚证原件已交到窗口”。');
  const { run, busy } = useCommand(giveMaterial);
  const isAsked = claim.kind === 'ready' && claim.value.asked !== null;

  const send = async () => {
    const given = form.check();
    if (!given) return;
    const { words, ...bill } = given;
    const answer = await run({ claimId, answer: words, ...bill });
    if (answer?.ok) void replaceWith(routes.claim({ claimId }));
    else if (answer) form.report(fieldProblems(answer.details), sayAppeal(answer));
  };

  return (
    <Page
      title="补充材料"
      action={
        isAsked && (
          <Button busy={busy} onPress={() => void send()}>
            提交
          </Button>
        )
      }
    >
      <Loaded query={claim} say={say}>
        {({ asked }) =>
          asked === null ? (
            <EmptyState icon="check-circle" title="现在不用补充" text="这份申请没有需要您补充的材料。" />
          ) : (
            <>
              <Card title="工作人员需要什么" aside={`${sayMonthDay(asked.until)}前`}>
                {asked.words}
              </Card>
              <MoreFields
                form={form}
                title="您的答复"
                label="说明"
                hint="材料原件请交到献血服务窗口，这里写清楚交了什么"
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
