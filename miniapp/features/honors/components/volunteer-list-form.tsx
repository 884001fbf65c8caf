import { useState } from 'react';
import { View } from '@tarojs/components';
import { importVolunteerHours } from '@contract/volunteers';
import { type Output } from '@contract/endpoint';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { say, sayRowProblem } from '../volunteer-words';

/** The list of an event, pasted from a table: what is good goes in, what is not is told by its line. */
export function VolunteerListForm() {
  const [csv, setCsv] = useState('');
  const [problem, setProblem] = useState('');
  const [result, setResult] = useState<Output<typeof importVolunteerHours> | null>(null);
  const bring = useCommand(importVolunteerHours);
  const send = async () => {
    setResult(null);
    setProblem(csv.trim() === '' ? '请先粘贴名单。' : '');
    if (csv.trim() === '') return;
    // A table that was copied has tabs between its cells.
    const answer = await bring.run({ csv: csv.replace(/\t/g, ',') });
    if (answer?.ok) setResult(answer.value);
  };
  return (
    <Card title="导入名单">
      <Stack gap={3}>
        <View className="t-note">
          每行一位：活动编号，证号，姓名，日期，小时，服务内容。可以从表格里直接复制，一次最多 500
          行；重复导入不会重复计时。
        </View>
        {bring.refusal && (
          <Notice tone="look" announce>
            {say(bring.refusal)}
          </Notice>
        )}
        <TextField
          id={fieldId('csv')}
          label="名单"
          multiline
          maxLength={60_000}
          placeholder="HZ-2026-001,ZJ…,姓名,2026-03-01,3.5,街头献血引导"
          value={csv}
          error={problem === '' ? undefined : problem}
          onChange={setCsv}
        />
        <Button kind="secondary" busy={bring.busy} onPress={() => void send()}>
          导入
        </Button>
        {result && (
          <Notice tone={result.problems.length > 0 ? 'look' : 'done'} announce>
            {`新登记 ${result.recorded} 条，已有 ${result.already} 条，有问题 ${result.problems.length} 条。${result.problems.length > 0 ? '改好下面这些行，再导入一次就行。' : ''}`}
          </Notice>
        )}
        {result?.problems.map(({ line, reason }) => (
          <View className="t-body" key={line}>{`第 ${line} 行：${sayRowProblem(reason)}`}</View>
        ))}
      </Stack>
    </Card>
  );
}
