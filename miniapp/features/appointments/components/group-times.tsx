import { type openGroupBooking } from '@contract/group-bookings';
import { type Output } from '@contract/endpoint';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';

export type Group = Output<typeof openGroupBooking>;

interface GroupTimesProps {
  readonly group: Group;
  /** Members choose; the organiser and the staff only look. */
  readonly onPick?: (slotId: string) => void;
}

/** The times of a group with what is left of each. */
export function GroupTimes({ group, onPick }: GroupTimesProps) {
  return (
    <Card title={onPick ? '选一个时间' : '各时间的人数'} flush>
      {group.times.map(({ slotId, startsAt, places, taken }) => {
        const left = Math.max(0, places - taken);
        const note = onPick ? undefined : `共 ${places} 个名额，已约 ${taken} 个`;
        return (
          <ListRow
            key={slotId}
            icon="clock"
            title={sayMoment(startsAt)}
            note={note}
            value={left > 0 ? <Tag tone="done">{`余 ${left}`}</Tag> : <Tag tone="info">满了</Tag>}
            onPress={onPick && left > 0 ? () => onPick(slotId) : undefined}
          />
        );
      })}
    </Card>
  );
}
