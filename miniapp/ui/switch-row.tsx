import { View } from '@tarojs/components';
import { Press } from './press';
import './switch-row.scss';

interface SwitchRowProps {
  readonly label: string;
  readonly note?: string;
  readonly on: boolean;
  /** The state in a word, because a colour alone says nothing. */
  readonly words?: readonly [off: string, on: string];
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
}

/** On or off at once, without a button to confirm. For a line of a form that is sent later, CheckRow. */
export function SwitchRow({ label, note, on, words = ['已关闭', '已开启'], onChange, disabled, id }: SwitchRowProps) {
  return (
    <Press className="ui-switch" role="switch" checked={on} disabled={disabled} id={id} onPress={() => onChange(!on)}>
      <View className="ui-switch-words">
        <View className="ui-switch-label">{label}</View>
        {note && <View className="ui-switch-note">{note}</View>}
      </View>
      <View className="ui-switch-state">{on ? words[1] : words[0]}</View>
      <View className={`ui-switch-track${on ? ' ui-switch-on' : ''}`}>
        <View className="ui-switch-knob" />
      </View>
    </Press>
  );
}
