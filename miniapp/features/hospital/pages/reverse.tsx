import { useState } from 'react';
import { listSettlements } from '@contract/waivers';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { type Settled, ReverseForm } from '../components/reverse-form';
import { ReverseDone } from '../components/reverse-done';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '撤回减免' });

export default function ReversePage() {
  const reference = useParam('reference');
  const [done, setDone] = useState<Settled | null>(null);
  const day = useQuery(listSettlements, { on: useParam('on') });
  if (done) return <ReverseDone settled={done} />;
  const settled = day.kind === 'ready' ? day.value.items.find(item => item.hospitalReference === reference) : undefined;
  if (settled?.state === 'settled') return <ReverseForm settled={settled} onDone={() => setDone(settled)} />;
  return (
    <Page title="撤回减免">
      <Loaded query={day} say={say}>
        {() => (
          <EmptyState
            icon="receipt"
            title={settled ? '这笔减免已经撤回' : '没有找到这笔减免'}
            text={settled ? '额度已经退还，不用再办。' : '请回到当天的列表重新打开。'}
          />
        )}
      </Loaded>
    </Page>
  );
}
