import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import './count-stamps.scss';

interface CountStampsProps {
  readonly tenths: number;
  readonly neededTenths: number;
}

/** One field for each count that is needed, filled as far as the donor has come. */
export function CountStamps({ tenths, neededTenths }: CountStampsProps) {
  const fields = Math.ceil(neededTenths / 10);
  return (
    <View className="stamps" {...spoken({ role: 'status', label: `共需 ${fields} 次，已有 ${tenths / 10} 次` })}>
      {Array.from({ length: fields }, (_, at) => (
        <View className="stamp" key={at}>
          <View className="stamp-fill" style={{ height: `${Math.min(Math.max(tenths - at * 10, 0), 10) * 10}%` }} />
        </View>
      ))}
    </View>
  );
}
