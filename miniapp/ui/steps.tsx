import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import './steps.scss';

export interface Step {
  readonly title: string;
  readonly note?: string;
  readonly state: 'done' | 'now' | 'later';
}

const words: Record<Step['state'], string> = { done: '已完成', now: '进行中', later: '未开始' };

/** Where someone stands in a procedure, and what happened when. */
export function Steps({ items }: { readonly items: readonly Step[] }) {
  return (
    <View className="ui-steps">
      {items.map((step, index) => (
        <View className={`ui-step ui-step-${step.state}`} key={step.title}>
          <View className="ui-step-rail">
            <View className="ui-step-dot">
              {step.state === 'done' ? <Icon name="check" colour="card" /> : <Text>{index + 1}</Text>}
            </View>
            {index < items.length - 1 && <View className="ui-step-line" />}
          </View>
          <View className="ui-step-words">
            <View className="ui-step-title">
              <Text>{step.title}</Text>
              <Text className="ui-step-state">{words[step.state]}</Text>
            </View>
            {step.note && <View className="ui-step-note">{step.note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
