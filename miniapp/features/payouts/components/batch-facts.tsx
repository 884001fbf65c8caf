import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Tag } from '@miniapp/ui/tag';
import { type Batch, type BatchWork } from '../use-batch';
import { batchWords } from '../words';

interface BatchFactsProps {
  readonly batch: Batch;
  readonly work: BatchWork;
}

export function BatchFacts({ batch, work }: BatchFactsProps) {
  const { number, state, count, totalFen, madeAt, madeByMe, needsSecond, approvedAt, downloadedAt, settledAt } = batch;
  const when = (at: string | null) => (at ? sayStamp(at) : '还没有');
  return (
    <Card title={number} aside={<Tag tone={batchWords[state].tone}>{batchWords[state].word}</Tag>}>
      <Facts
        items={[
          { label: '给银行', value: `${count} 笔，${sayYuan(totalFen)} 元` },
          { label: '生成', value: `${sayStamp(madeAt)}${madeByMe ? '，本人' : '，同事'}` },
          { label: '复核', value: needsSecond ? when(approvedAt) : '金额在限额以内，不需要' },
          { label: '第一次下载', value: when(downloadedAt) },
          { label: '银行答复', value: when(settledAt) },
        ]}
      />
      {(state === 'downloaded' || (state === 'settled' && downloadedAt !== null)) && (
        <Button kind="secondary" icon="receipt" busy={work.busy} onPress={() => void work.download()}>
          再下载一次
        </Button>
      )}
    </Card>
  );
}
