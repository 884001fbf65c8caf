import { sayDate } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';
import { type WeekDay } from '../week';
import { type StaffSite } from '../words';
import { SessionRow } from './session-row';

/** One day: what is shut, and the sessions. */
export function DayCard({ day, sites }: { readonly day: WeekDay; readonly sites: readonly StaffSite[] }) {
  const nameOf = (siteId: string) => sites.find(({ id }) => id === siteId)?.name ?? '';
  const none = day.sessions.length === 0 && day.closures.length === 0;
  return (
    <Card flush title={sayDate(day.on)}>
      {day.closures.map(({ id, siteId, reason }) => (
        <ListRow key={id} title={nameOf(siteId)} note={reason} value={<Tag tone="look">闭站</Tag>} />
      ))}
      {day.sessions.map(session => (
        <SessionRow key={session.id} session={session} siteName={nameOf(session.siteId)} />
      ))}
      {none && <ListRow title="没有场次" />}
    </Card>
  );
}
