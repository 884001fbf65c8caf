import { go, routes } from '@miniapp/platform/routes';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';
import { type DonationSession, sayTotals, stateTags } from '../words';

interface SessionRowProps {
  readonly session: DonationSession;
  readonly siteName: string;
}

export function SessionRow({ session, siteName }: SessionRowProps) {
  const { id, plan, state, reason } = session;
  const { tone, text } = stateTags[state];
  const hours = `${plan.opens}–${plan.closes}`;
  const note = [hours, plan.place?.address, state === 'cancelled' ? reason : sayTotals(session)]
    .filter(Boolean)
    .join(' · ');
  return (
    <ListRow
      title={siteName}
      note={note}
      value={<Tag tone={tone}>{text}</Tag>}
      onPress={() => void go(routes.session({ sessionId: id }))}
    />
  );
}
