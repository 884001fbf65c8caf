import { sayDate } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { Tag } from '@miniapp/ui/tag';
import { type DonationSession, sayTold, sayTotals, stateTags, type StaffSite } from '../words';

const sayCapacity = ({ chairs, staff, walkIns }: DonationSession['plan']['wholeBlood']): string =>
  `${chairs} 个采血位，${staff} 名人员${walkIns > 0 ? `，每时段留 ${walkIns} 个给现场` : ''}`;

interface SessionFactsProps {
  readonly session: DonationSession;
  readonly site: StaffSite;
}

/** Everything that is planned and booked. */
export function SessionFacts({ session, site }: SessionFactsProps) {
  const { plan, state } = session;
  const { tone, text } = stateTags[state];
  const facts: Fact[] = [
    { label: '献血点', value: site.name },
    ...(plan.place ? [{ label: '停靠地点', value: plan.place.address }] : []),
    { label: '时间', value: `${plan.opens}–${plan.closes}` },
    ...(plan.wholeBlood.chairs > 0 ? [{ label: '全血', value: sayCapacity(plan.wholeBlood) }] : []),
    ...(plan.platelets.chairs > 0 ? [{ label: '血小板', value: sayCapacity(plan.platelets) }] : []),
    {
      label: '急需血型留位',
      value: plan.reservedPercent === 0 ? '不留' : `${plan.reservedPercent}%，提前 ${plan.releaseHours} 小时放开`,
    },
    ...(session.totals.length > 0 ? [{ label: '预约', value: sayTotals(session) }] : []),
    ...(state === 'published' ? [{ label: '改动影响', value: sayTold(session.donorsBooked) }] : []),
    ...(session.reason === null ? [] : [{ label: '取消原因', value: session.reason }]),
  ];
  return (
    <Card title={sayDate(session.on)} aside={<Tag tone={tone}>{text}</Tag>}>
      <Facts items={facts} />
    </Card>
  );
}
