import { View } from '@tarojs/components';
import { type listMyReports } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { Tag, type Tone } from '@miniapp/ui/tag';
import { symptomWords } from '../words';

type Report = Output<typeof listMyReports>['items'][number];

const states: Readonly<Record<Report['state'], { readonly word: string; readonly tone: Tone }>> = {
  open: { word: '血站已收到', tone: 'wait' },
  in_work: { word: '正在处理', tone: 'wait' },
  closed: { word: '已处理', tone: 'done' },
};

/** What was reported before, and what the station answered. */
export function EarlierReports({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <>
      {reports.map(({ id, at, symptoms, words, state, answer }) => (
        <Card key={id} title={sayStamp(at)} aside={<Tag tone={states[state].tone}>{states[state].word}</Tag>}>
          <View>{symptoms.map(symptom => symptomWords[symptom]).join('、')}</View>
          {words && <View className="t-quiet">{words}</View>}
          {answer && (
            <Notice tone="done" title="血站的回复">
              {answer}
            </Notice>
          )}
        </Card>
      ))}
    </>
  );
}
