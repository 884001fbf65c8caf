import { useState } from 'react';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { type Batch, type BatchWork } from '../use-batch';

interface DiscardBatchProps {
  readonly batch: Batch;
  readonly work: BatchWork;
}

/** Possible until the file was opened: from then on only the bank's word ends a line. */
export function DiscardBatch({ batch: { state }, work }: DiscardBatchProps) {
  const [isOpen, setOpen] = useState(false);
  if (state !== 'awaiting_approval' && state !== 'ready') return null;
  if (!isOpen)
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        取消这个批次
      </Button>
    );
  return (
    <Card title="取消这个批次">
      <Notice tone="look">文件还没有下载，取消后这些申请会列入下一批。</Notice>
      <TextField
        id={fieldId('reason')}
        label="原因"
        maxLength={200}
        value={work.reason}
        error={work.problems.atFields.reason}
        onChange={text => {
          work.problems.touch('reason');
          work.setReason(text);
        }}
      />
      <Button kind="secondary" busy={work.busy} onPress={() => void work.discard()}>
        确认取消批次
      </Button>
    </Card>
  );
}
