import { View } from '@tarojs/components';
import { toChinaDate } from '@rules/calendar';
import { sayDate, sayTime } from '@miniapp/platform/chinese-date';
import './when.scss';

/** Day and time, so large that nobody takes one for another. */
export function When({ startsAt }: { readonly startsAt: string }) {
  return (
    <View>
      <View className="t-lead">{sayDate(toChinaDate(startsAt))}</View>
      <View className="when-time">{sayTime(startsAt)}</View>
    </View>
  );
}
