import { Text, View } from '@tarojs/components';
import { type listAuditLines } from '@contract/operations';
import { type Output } from '@contract/endpoint';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { isDone, roleNames, sayRefusal, sayTopic } from '../operations-words';
import './audit-lines.scss';

type Line = Output<typeof listAuditLines>['items'][number];

const helperNames = { staff: '工作人员', relative: '家人' } as const;

/** The end of a number tells two people apart and fits into a line. */
const ending = (id: string | null): string => (id ? `…${id.slice(-6)}` : '无');

/** A table on a desk, a list on a phone. */
export function AuditLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Card flush>
      {lines.map(line => (
        <View className="audit-line" key={line.id}>
          <View className="audit-time">{sayStamp(line.at)}</View>
          <View>
            <View>{sayTopic(line.action)}</View>
            <View className="audit-code">{line.action}</View>
          </View>
          <View>
            <View>{roleNames[line.role] ?? line.role}</View>
            <View className="audit-code">{`${ending(line.actorId)} → ${ending(line.subjectId)}`}</View>
            {line.assistedBy && (
              <View className="t-note">{`由${helperNames[line.assistedBy.kind]} ${ending(line.assistedBy.id)} 代办`}</View>
            )}
          </View>
          <View className="audit-outcome">
            {isDone(line.outcome) ? <Tag tone="done">已办</Tag> : <Tag tone="look">未办</Tag>}
            {!isDone(line.outcome) && <Text className="audit-code">{sayRefusal(line.outcome)}</Text>}
          </View>
        </View>
      ))}
    </Card>
  );
}
