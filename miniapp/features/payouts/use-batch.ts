import { useState } from 'react';
import { type Output } from '@contract/endpoint';
import {
  approvePayoutBatch,
  discardPayoutBatch,
  getPayoutBatch,
  importPayoutResults,
  openPayoutFile,
} from '@contract/payouts';
import { saveText } from '@miniapp/platform/save-text';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { say } from './words';

export type Batch = Output<typeof getPayoutBatch>;
export type Imported = Output<typeof importPayoutResults>;

/** One batch and what an operator does with it. After every act the page shows what the service now says. */
export function useBatch(batchId: string) {
  const batch = useQuery(getPayoutBatch, { batchId });
  const [approving, opening] = [useCommand(approvePayoutBatch), useCommand(openPayoutFile)];
  const [discarding, importing] = [useCommand(discardPayoutBatch), useCommand(importPayoutResults)];
  const problems = useProblems();
  const [saved, setSaved] = useState('');
  const [imported, setImported] = useState<Imported | null>(null);
  const [content, setContent] = useState('');
  const [reason, setReason] = useState('');

  const after = async (answer: { ok: true } | (Parameters<typeof say>[0] & { ok: false }) | null) => {
    if (!answer) return false;
    problems.report({}, answer.ok ? undefined : say(answer));
    await batch.reload();
    return answer.ok;
  };
  return {
    ...{ batch, problems, saved, imported, content, reason, setReason },
    busy: approving.busy || opening.busy || discarding.busy || importing.busy,
    change: (text: string) => {
      problems.touch('content');
      setImported(null);
      setContent(text);
    },
    approve: async () => after(await approving.run({ batchId })),
    /** The same bytes each time; no mark before them, the bank's check covers every byte. */
    download: async () => {
      const answer = await opening.run({ batchId });
      if (answer?.ok) {
        const { fileName, content: text, sha256, count } = answer.value;
        await saveText(fileName, text, 'text/csv');
        setSaved(`已保存 ${fileName}，${count} 笔。校验码 ${sha256.slice(0, 12)}。`);
      }
      await after(answer);
    },
    discard: async () => {
      if (problems.report({ ...(reason.trim().length < 4 && { reason: '请写明原因，至少 4 个字。' }) })) return;
      await after(await discarding.run({ batchId, reason: reason.trim() }));
    },
    importAnswer: async () => {
      if (problems.report({ ...(content.trim().length < 10 && { content: '请选择银行回盘文件，或把内容贴进来。' }) }))
        return;
      const answer = await importing.run({ batchId, content });
      if (answer?.ok) {
        setImported(answer.value);
        setContent('');
      }
      await after(answer);
    },
  };
}

export type BatchWork = ReturnType<typeof useBatch>;
