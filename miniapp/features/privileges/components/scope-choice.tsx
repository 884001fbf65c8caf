import { Text, View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { type Scope } from '../live-code';
import { scopeWords } from '../words';
import './scope-choice.scss';

interface ScopeChoiceProps {
  readonly scopes: readonly Scope[];
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** Where the code is shown: a code works for one kind of place alone. */
export function ScopeChoice({ scopes, value, onChange }: ScopeChoiceProps) {
  return (
    <View className="scopes" {...spoken({ role: 'radiogroup', label: '在哪里使用' })}>
      {scopes.map(scope => (
        <Press
          key={scope}
          id={`scope-${scope}`}
          className={`scope${scope === value ? ' scope-on' : ''}`}
          role="radio"
          checked={scope === value}
          onPress={() => onChange(scope)}
        >
          <Icon name={scopeWords[scope].icon} colour="red" />
          <Text>{scopeWords[scope].name}</Text>
        </Press>
      ))}
    </View>
  );
}
