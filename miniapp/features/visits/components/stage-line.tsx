import { Text, View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Icon } from '@miniapp/ui/icon';
import { type MyVisit, stageTitles } from '../words';
import './stage-line.scss';

const words = { done: '已完成', now: '现在', later: '之后' } as const;

/** The five stages of a visit side by side, and when all will be over. */
export function StageLine({ stages, minutesToEnd }: Pick<MyVisit, 'stages' | 'minutesToEnd'>) {
  return (
    <View>
      <View className="stage-line" {...spoken({ label: '今天的五个环节' })}>
        {stages.map(({ stage, state }) => (
          <View className={`stage-step stage-step-${state}`} key={stage}>
            <View className="stage-dot">{state === 'done' && <Icon name="check" colour="card" />}</View>
            <Text className="stage-name">{stageTitles[stage]}</Text>
            <Text className="stage-state">{words[state]}</Text>
          </View>
        ))}
      </View>
      {minutesToEnd !== null && (
        <View className="t-note t-quiet">{`全部办完、休息好，大约还要 ${minutesToEnd} 分钟。`}</View>
      )}
    </View>
  );
}
