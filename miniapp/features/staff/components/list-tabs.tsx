import { Text, View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Press } from '@miniapp/ui/press';
import { type Today } from '../nurse-words';
import { countIn, type ListName, listNames, listTitles } from '../today-lists';
import './list-tabs.scss';

interface ListTabsProps {
  readonly today: Today;
  readonly shown: ListName;
  readonly onShow: (name: ListName) => void;
}

/** The five lists of the day with their counts; one is shown. */
export function ListTabs({ today, shown, onShow }: ListTabsProps) {
  return (
    <View className="list-tabs" {...spoken({ role: 'radiogroup', label: '名单' })}>
      {listNames.map(name => (
        <Press
          key={name}
          className={`list-tab${name === shown ? ' list-tab-on' : ''}`}
          role="radio"
          checked={name === shown}
          label={`${listTitles[name]}，${countIn(today, name)} 人`}
          onPress={() => onShow(name)}
        >
          <Text className="list-tab-count">{countIn(today, name)}</Text>
          <Text className="list-tab-title">{listTitles[name]}</Text>
        </Press>
      ))}
    </View>
  );
}
