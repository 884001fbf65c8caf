import { Text, View } from '@tarojs/components';
import './first-steps.scss';

const steps = [
  { title: '手机上预约', text: '选离您近的献血点和方便的时间。' },
  { title: '填健康征询', text: '一页一题，约三分钟，填一半也会保存，到场不用再填纸。' },
  { title: '到场检查', text: '带上身份证。医生量血压、验血，合适才抽血。' },
  { title: '献血和休息', text: '抽血约十分钟，休息十到十五分钟，当天就能看到献血证。' },
] as const;

export function FirstSteps() {
  return (
    <View className="first-steps">
      {steps.map(({ title, text }, index) => (
        <View className="first-step" key={title}>
          <View className="first-step-number">{String(index + 1)}</View>
          <View className="first-step-words">
            <Text className="t-strong">{title}</Text>
            <Text className="t-note t-quiet">{text}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
