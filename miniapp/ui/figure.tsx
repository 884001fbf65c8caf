import { Text, View } from '@tarojs/components';
import './figure.scss';

interface FigureProps {
  /** Already written for people: `1,200`, `20.5`. */
  readonly value: string;
  readonly unit?: string;
  readonly label: string;
  readonly size?: 'large' | 'small';
}

/** A number that matters, with its unit and what it counts. */
export function Figure({ value, unit, label, size = 'large' }: FigureProps) {
  return (
    <View className={`ui-figure ui-figure-${size}`}>
      <View className="ui-figure-line">
        <Text className="ui-figure-value">{value}</Text>
        {unit && <Text className="ui-figure-unit">{unit}</Text>}
      </View>
      <Text className="ui-figure-label">{label}</Text>
    </View>
  );
}
