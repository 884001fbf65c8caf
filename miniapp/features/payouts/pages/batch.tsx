import { useParam } from '@miniapp/platform/routes';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Column, Columns } from '@miniapp/ui/columns';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { BatchFacts } from '../components/batch-facts';
import { BatchLines } from '../components/batch-lines';
import { DiscardBatch } from '../components/discard-batch';
import { Imports } from '../components/imports';
import { type Batch, type BatchWork, useBatch } from '../use-batch';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '转账批次' });

/** The one next step of each state; a batch that is over has none, nor has one that waits for a colleague. */
function actionOf({ state, madeByMe }: Batch, work: BatchWork): { label: string; act: () => Promise<unknown> } | null {
  if (state === 'awaiting_approval') return madeByMe ? null : { label: '复核无误，放行', act: work.approve };
  if (state === 'ready') return { label: '下载转账文件', act: work.download };
  return state === 'downloaded' ? { label: '导入银行回盘', act: work.importAnswer } : null;
}

export default function BatchPage() {
  useWide();
  const work = useBatch(useParam('batchId'));
  const { batch, problems } = work;
  const value = batch.kind === 'ready' ? batch.value : null;
  const action = value && actionOf(value, work);
  const isAlone = value?.state === 'awaiting_approval' && value.madeByMe;
  return (
    <Page
      title="转账批次"
      action={
        action && (
          <Button busy={work.busy} onPress={() => void action.act()}>
            {action.label}
          </Button>
        )
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      {work.saved !== '' && (
        <Notice tone="done" announce>
          {work.saved}
        </Notice>
      )}
      <Loaded query={batch} say={say}>
        {shown => (
          <>
            {isAlone && (
              <Notice tone="look" title="等另一位同事复核">
                金额超过限额，生成批次的人不能自己放行。请同事打开这个批次核对后放行。
              </Notice>
            )}
            <Columns>
              <Column>
                <BatchFacts batch={shown} work={work} />
                <DiscardBatch batch={shown} work={work} />
              </Column>
              <Column>
                <Imports batch={shown} work={work} />
              </Column>
            </Columns>
            <BatchLines batch={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
