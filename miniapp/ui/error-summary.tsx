import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { fieldId, showElement } from '@miniapp/platform/show-field';
import { spoken } from '@miniapp/platform/spoken';
import { Icon } from './icon';
import { Press } from './press';
import './error-summary.scss';

interface ErrorSummaryProps {
  /** Field path → sentence, as `fieldProblems` gives it. Nothing is shown while it is empty. */
  readonly problems: Readonly<Record<string, string>>;
  /** What was wrong with the whole, such as a refusal. */
  readonly text?: string;
}

const id = 'error-summary';

/** First thing on a form that was not accepted: takes the focus, and each line leads to its field. */
export function ErrorSummary({ problems, text }: ErrorSummaryProps) {
  const lines = Object.entries(problems);
  const shown = lines.length > 0 || Boolean(text);
  useEffect(() => {
    if (shown) showElement(id);
  }, [shown, problems, text]);
  if (!shown) return null;
  const focusable = isWeb ? { tabIndex: -1 } : {};
  return (
    <View className="ui-errors" id={id} {...spoken({ role: 'alert' })} {...focusable}>
      <View className="ui-errors-title">
        <Icon name="look" colour="red" />
        <View>{text ?? `有 ${lines.length} 处需要修改`}</View>
      </View>
      {lines.map(([path, sentence]) => (
        <Press key={path} className="ui-errors-line" role="link" onPress={() => showElement(fieldId(path))}>
          {sentence}
        </Press>
      ))}
    </View>
  );
}
