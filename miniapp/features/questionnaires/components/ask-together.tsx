import { Text, View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { Heading } from '@miniapp/ui/heading';
import { type Question } from '../answers';
import { Reply } from './ask';
import './ask-together.scss';

interface AskTogetherProps {
  readonly title: string;
  readonly questions: readonly Question[];
  /** All of them were answered with none of these. */
  readonly none: boolean;
  readonly onNone: () => void;
  readonly onSome: () => void;
}

/** What may have happened since the last form: each thing is named, one answer says that none of them has. */
export function AskTogether({ title, questions, none, onNone, onSome }: AskTogetherProps) {
  return (
    <>
      <View className="ask-together-head" {...(isWeb ? { 'aria-live': 'polite' } : {})}>
        <Text className="ask-window">{title}</Text>
        <Heading level={1}>下面这些，有没有哪一项的回答是“是”？</Heading>
      </View>
      <View className="ask-together-list">
        {questions.map(({ id, window, text }) => (
          <View className="ask-together-item" key={id}>
            <Text className="ask-together-window">{window}</Text>
            <Text>{text}</Text>
          </View>
        ))}
      </View>
      <View className="ask-answers">
        <Reply label="都没有" on={none} onPress={onNone} />
        <Reply label="有" on={false} onPress={onSome} />
      </View>
    </>
  );
}
