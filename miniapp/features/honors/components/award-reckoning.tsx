import { useState } from 'react';
import { View } from '@tarojs/components';
import { Press } from '@miniapp/ui/press';
import { Icon } from '@miniapp/ui/icon';
import { CountedLines, type CountedLine } from './counted-lines';
import './award-reckoning.scss';

interface AwardReckoningProps {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly CountedLine[];
}

/** An award and, when asked for, the donations that it rests on. */
export function AwardReckoning({ title, note, lines }: AwardReckoningProps) {
  const [open, setOpen] = useState(false);
  return (
    <View className="honor-award">
      <View className="t-body t-strong">{title}</View>
      <View className="t-note t-quiet">{note}</View>
      {lines.length > 0 && (
        <Press className="honor-award-why" onPress={() => setOpen(!open)}>
          <View className="t-note honor-award-ask">{open ? '收起' : `怎么算的：${lines.length} 次献血`}</View>
          <Icon name={open ? 'cross' : 'down'} colour="ink-3" />
        </Press>
      )}
      {open && <CountedLines lines={lines} />}
    </View>
  );
}
