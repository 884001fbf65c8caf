import { type endDelegation, type listDelegations } from '@contract/assist';
import { type Output } from '@contract/endpoint';
import { toChinaDate } from '@rules/calendar';
import { type ReactNode, useState } from 'react';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { type Command } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { sayGrants } from '../words';

type Delegation = Output<typeof listDelegations>['forMe'][number];

interface DelegationCardProps {
  readonly delegation: Delegation;
  readonly end: Command<typeof endDelegation>;
  readonly onEnded: () => Promise<void>;
  readonly children?: ReactNode;
}

/** One who may act for another; ending it asks once more in its place, nothing pops up. */
export function DelegationCard({ delegation, end, onEnded, children }: DelegationCardProps) {
  const [asking, setAsking] = useState(false);
  const stop = async () => {
    const answer = await end.run({ delegationId: delegation.id });
    if (answer?.ok) await onEnded();
  };
  return (
    <Card title={delegation.maskedName}>
      <Facts
        items={[
          { label: '可以办理', value: sayGrants(delegation.grants) },
          { label: '有效期至', value: sayMonthDay(toChinaDate(delegation.until)) },
        ]}
      />
      {children}
      {asking ? (
        <>
          <Notice tone="look">停止后马上不能再代办，双方都会收到消息。</Notice>
          <Button kind="secondary" busy={end.busy} onPress={() => void stop()}>
            确定停止
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            不停止
          </Button>
        </>
      ) : (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          停止代办
        </Button>
      )}
    </Card>
  );
}
