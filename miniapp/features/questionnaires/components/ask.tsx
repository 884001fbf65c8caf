import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { Button } from '@miniapp/ui/button';
import { Heading } from '@miniapp/ui/heading';
import { Press } from '@miniapp/ui/press';
import { type Answer, needsDetail, type Question } from '../answers';
import { no, yes } from '../words';
import { FollowUp } from './follow-up';
import './ask.scss';

interface AskProps {
  readonly question: Question;
  readonly given: Answer | undefined;
  /** On the button below a date or text. */
  readonly goOnLabel: string;
  readonly onReply: (answer: Answer) => void;
}

/** One question, two large answers; a yes may ask for a date or a few words more. Use a `key` for each question. */
export function Ask({ question, given, goOnLabel, onReply }: AskProps) {
  const [value, setValue] = useState(given?.value);
  const [detail, setDetail] = useState(given?.detail ?? '');
  const [tried, setTried] = useState(false);
  const questionId = question.id;
  const choose = (chosen: Answer['value']) => {
    setValue(chosen);
    if (!needsDetail(question, chosen)) onReply({ questionId, value: chosen });
  };
  const goOn = () => {
    setTried(true);
    if (detail.trim()) onReply({ questionId, value: 'yes', detail: detail.trim() });
  };
  return (
    <>
      <View className="ask-words" {...(isWeb ? { 'aria-live': 'polite' } : {})}>
        <Text className="ask-window">{question.window}</Text>
        <Heading level={1}>{question.text}</Heading>
      </View>
      <View className="ask-answers">
        <Reply label={yes} on={value === 'yes'} onPress={() => choose('yes')} />
        <Reply label={no} on={value === 'no'} onPress={() => choose('no')} />
      </View>
      {question.followUp && needsDetail(question, value) && (
        <>
          <FollowUp
            followUp={question.followUp}
            value={detail}
            onChange={setDetail}
            error={tried && !detail.trim() ? '请填写此项，记不清的填大概的日子或情况。' : undefined}
          />
          <Button onPress={goOn}>{goOnLabel}</Button>
        </>
      )}
    </>
  );
}

interface ReplyProps {
  readonly label: string;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Reply({ label, on, onPress }: ReplyProps) {
  return (
    <Press
      className={`ask-answer${on ? ' ask-answer-on' : ''}`}
      label={on ? `${label}，已选` : label}
      onPress={onPress}
    >
      {label}
    </Press>
  );
}
