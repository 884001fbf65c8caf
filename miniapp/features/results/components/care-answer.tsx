import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { sayDate } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { CallStation } from './call-station';
import './care-answer.scss';

interface CareAnswerProps {
  readonly answer: {
    readonly advice: readonly string[];
    readonly urgent: boolean;
    readonly phone: string;
    readonly callBackBy: string | null;
  };
  readonly title: string;
  readonly children?: ReactNode;
}

/** What to do now, and who calls until when. */
export function CareAnswer({ answer: { advice, urgent, phone, callBackBy }, title, children }: CareAnswerProps) {
  const called = callBackBy ? `血站的医护人员会在${sayDate(callBackBy)}前打电话给您。` : undefined;
  return (
    <>
      {urgent && (
        <Notice tone="stop" title="胸闷、喘不上气、晕倒过，请马上拨打 120">
          血站已经收到，会尽快联系您。等不及就直接打电话。
        </Notice>
      )}
      <Outcome tone={urgent ? 'look' : 'done'} title={title} text={called} />
      <Card title="现在可以这样做">
        {advice.map(text => (
          <View key={text} className="care-advice">
            {text}
          </View>
        ))}
      </Card>
      {(urgent || callBackBy) && <CallStation phone={phone} />}
      {children}
    </>
  );
}
