import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { Button } from '@miniapp/ui/button';
import { Heading } from '@miniapp/ui/heading';
import { Press } from '@miniapp/ui/press';
import { type Answer, type Question, shownFollowUps, valueOf, withPage } from '../answers';
import { no, yes } from '../words';
import { FollowUpField } from './follow-up';
import './ask.scss';

interface AskProps {
  readonly question: Question;
  readonly given: readonly Answer[];
  /** On the button below a choice, date or text. */
  readonly goOnLabel: string;
  readonly onReply: (page: readonly Answer[]) => void;
}

/** One question, two large answers; an answer may lead to a choice, a date or a few words more. Use a `key` for each question. */
export function Ask({ question, given, goOnLabel, onReply }: AskProps) {
  const [page, setPage] = useState<readonly Answer[]>(() =>
    [question, ...question.followUps].flatMap(({ id }) => {
      const value = valueOf(given, id);
      return value === undefined ? [] : [{ questionId: id, value }];
    }),
  );
  const [tried, setTried] = useState(false);
  const chosen = valueOf(page, question.id);
  const shown = shownFollowUps(question, page);
  const choose = (value: 'yes' | 'no') => {
    const main: Answer[] = [{ questionId: question.id, value }];
    setPage(before => [...before.filter(({ questionId }) => questionId !== question.id), ...main]);
    if (shownFollowUps(question, main).length === 0) onReply(withPage([], main));
  };
  const fill = (id: string, value: string) =>
    setPage(before => [...before.filter(({ questionId }) => questionId !== id), { questionId: id, value }]);
  const goOn = () => {
    setTried(true);
    const asked = [question.id, ...shown.map(({ id }) => id)];
    const complete = asked.map(id => ({ questionId: id, value: (valueOf(page, id) ?? '').trim() }));
    if (complete.every(({ value }) => value !== '')) onReply(complete);
  };
  return (
    <>
      <View className="ask-words" {...(isWeb ? { 'aria-live': 'polite' } : {})}>
        <Text className="ask-window">{question.window}</Text>
        <Heading level={1}>{question.text}</Heading>
      </View>
      <View className="ask-answers">
        <Reply label={yes} on={chosen === 'yes'} onPress={() => choose('yes')} />
        <Reply label={no} on={chosen === 'no'} onPress={() => choose('no')} />
      </View>
      {shown.map(followUp => (
        <FollowUpField
          key={followUp.id}
          followUp={followUp}
          value={valueOf(page, followUp.id) ?? ''}
          missing={tried}
          onChange={value => fill(followUp.id, value)}
        />
      ))}
      {shown.length > 0 && <Button onPress={goOn}>{goOnLabel}</Button>}
    </>
  );
}

interface ReplyProps {
  readonly label: string;
  readonly on: boolean;
  readonly onPress: () => void;
}

export function Reply({ label, on, onPress }: ReplyProps) {
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
