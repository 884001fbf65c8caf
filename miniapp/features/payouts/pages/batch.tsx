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

/** The one next step of each state; a batch that is over has none. */
function Action({ work, batch }: { readonly work: BatchWork; readonly batch: Batch }) {
  const { state, madeByMe } = batch;
  if (state === 'awaiting_approval' && !madeByMe)
    return (
      <Button busy={work.busy} onPress={() => void work.approve()}>
        复核无误，放行
      </Button>
    );
  if (state === 'ready')
    return (
      <Button busy={work.busy} onPress={() => void work.download()}>
        下载转账文件
      </Button>
    );
  if (state !== 'downloaded') return null;
  return (
    <Button busy={work.busy} onPress={() => void work.importAnswer()}>
      导入银行回盘
    </Button>
  );
}

export default function BatchPage() {
  useWide();
  const work = useBatch(useParam('batchId'));
  const { batch, problems } = work;
  const value = batch.kind === 'ready' ? batch.value : null;
  const isAlone = value?.state === 'awaiting_approval' && value.madeByMe;
  return (
    <Page title="转账批次" action={value && <Action work={work} batch={value} />}>
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
