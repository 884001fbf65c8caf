import { useState } from 'react';
import { sayTime } from '@miniapp/platform/chinese-date';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { type VisitRecord } from '../use-staff-visit';
import { stageNames } from '../station-words';

const moveNames: Readonly<Record<string, string>> = {
  arrive: '报到',
  call: '叫号',
  recall: '再叫',
  skip: '过号',
  transfer: '转走',
  hold: '暂离',
  resume: '回来',
  finish: '完成',
  begin: '开始采血',
  record: '采血登记',
  release: '休息完成',
  leave: '离开',
  defer: '暂缓',
  undo: '撤销',
};

/** Who did what and when; closed until it is asked for. */
export function VisitLog({ events }: Pick<VisitRecord, 'events'>) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {`看全部记录（${events.length} 条）`}
      </Button>
    );
  return (
    <Card title="全部记录">
      <Facts
        items={events.map(({ at, move, by, to }) => ({
          label: sayTime(at),
          value: `${moveNames[move] ?? move}，${stageNames[to.stage]}${to.desk ? ` ${to.desk}` : ''}，${by}`,
        }))}
      />
    </Card>
  );
}
