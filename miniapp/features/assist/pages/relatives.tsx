import { endDelegation, listDelegations, makeDelegationCode } from '@contract/assist';
import { helpGrant, type HelpGrant } from '@contract/on-behalf';
import { type Output } from '@contract/endpoint';
import { useState } from 'react';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CodeCard } from '../components/code-card';
import { DelegationCard } from '../components/delegation-card';
import { grantWords, say } from '../words';

definePageConfig({ navigationBarTitleText: '请亲友代办' });

const everyGrant = Object.values(helpGrant.def.entries);

export default function RelativesPage() {
  const delegations = useQuery(listDelegations, {});
  const make = useCommand(makeDelegationCode);
  const end = useCommand(endDelegation);
  const [grants, setGrants] = useState<readonly HelpGrant[]>([]);
  const [made, setMade] = useState<Output<typeof makeDelegationCode> | null>(null);
  const refusal = make.refusal ?? end.refusal;

  const create = async () => {
    const answer = await make.run({ grants: [...grants] });
    if (answer?.ok) setMade(answer.value);
  };
  const choose = (grant: HelpGrant, on: boolean) =>
    setGrants(before => (on ? [...before, grant] : before.filter(other => other !== grant)));

  return (
    <Page
      title="请亲友代办"
      action={
        <Button busy={make.busy} onPress={() => void create()}>
          {made ? '重新生成代办码' : '生成代办码'}
        </Button>
      }
    >
      <ErrorSummary problems={{}} text={refusal ? say(refusal) : undefined} />
      {made ? (
        <CodeCard made={made} />
      ) : (
        <>
          <Notice tone="info">
            生成一个代办码交给亲友，他就可以替您预约、改期和取消，有效一年，随时可以停止。健康征询和签名始终由您本人完成。
          </Notice>
          <Card title="另外允许亲友">
            {everyGrant.map(grant => (
              <CheckRow
                key={grant}
                id={fieldId(`grant-${grant}`)}
                label={grantWords[grant].title}
                note={grantWords[grant].note}
                checked={grants.includes(grant)}
                onChange={on => choose(grant, on)}
              />
            ))}
          </Card>
        </>
      )}
      <Heading level={2}>可以替我办理的人</Heading>
      <Loaded query={delegations} say={say}>
        {({ forMe }) =>
          forMe.length === 0 ? (
            <Notice tone="info">现在没有人可以替您办理。</Notice>
          ) : (
            <>
              {forMe.map(delegation => (
                <DelegationCard key={delegation.id} delegation={delegation} end={end} onEnded={delegations.reload} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
