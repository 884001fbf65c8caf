import { useState } from 'react';
import { answerConsentRequest, listConsentRequests } from '@contract/waiver-evidence';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { AnsweredRequests } from '../components/answered-requests';
import { ConsentQuestion } from '../components/consent-question';
import { type ConsentRequest, requestFacts } from '../consent-requests';
import { sayConsent } from '../words';

definePageConfig({ navigationBarTitleText: '亲属请您同意查询' });

/** One question at a time, the newest first: each is about one claim of one person. */
export default function ConsentsPage() {
  const requests = useQuery(listConsentRequests, {});
  const answer = useCommand(answerConsentRequest);
  const [declining, setDeclining] = useState(false);
  const items = requests.kind === 'ready' ? requests.value.items : [];
  const open = items.filter(({ state }) => state === 'asked');
  const [asked] = open;

  const send = async ({ consentId, version }: ConsentRequest, agree: boolean) => {
    const answered = await answer.run({ consentId, version, agree });
    // Any other answer than none at all means that the list has changed.
    if (answered && (answered.ok || answered.code !== 'OFFLINE')) {
      setDeclining(false);
      await requests.reload();
    }
  };

  const refusal = answer.refusal ? sayConsent(answer.refusal) : undefined;
  if (asked && declining)
    return (
      <Confirm
        title="不同意查询"
        facts={requestFacts(asked)}
        refusal={refusal}
        busy={answer.busy}
        confirmLabel="确定不同意"
        onConfirm={() => void send(asked, false)}
        backLabel="再想想"
        onBack={() => setDeclining(false)}
      >
        <Notice tone="look" title="不同意以后">
          这次申请不能用您的献血额度，申请会结束；以后可以重新申请。不影响您使用其他服务，也不会告诉对方原因。
        </Notice>
      </Confirm>
    );
  return (
    <Page
      title="亲属请您同意查询"
      action={
        asked && (
          <>
            <Button busy={answer.busy} onPress={() => void send(asked, true)}>
              同意查询
            </Button>
            <Button kind="quiet" disabled={answer.busy} onPress={() => setDeclining(true)}>
              不同意
            </Button>
          </>
        )
      }
    >
      {refusal && (
        <Notice tone="look" title="没有办成" announce>
          {refusal}
        </Notice>
      )}
      <Loaded query={requests} say={sayConsent}>
        {() => (
          <>
            {asked && <ConsentQuestion asked={asked} others={open.length - 1} />}
            {items.length === 0 && (
              <EmptyState
                icon="people"
                title="没有人请您同意"
                text="亲属用您的献血额度申请减免时，会先在这里问您；您答复以前，不会查询任何登记。"
              />
            )}
            <AnsweredRequests items={items.filter(({ state }) => state !== 'asked')} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
