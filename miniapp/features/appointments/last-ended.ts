import { addDays, type CalendarDate, toChinaDate } from '@rules/calendar';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { type Appointment } from './appointment';

/** Days for which an ended booking is still worth a word. */
const told = 14;

interface Told {
  readonly title: string;
  readonly text: string;
  /** The booking that the station took away: other times are offered for it. */
  readonly instead?: string;
}

/** Why a booking is gone that somebody might look for; null when there is nothing to explain. */
export function sayLastEnded(items: readonly Appointment[], now: CalendarDate): Told | null {
  const last = items.find(({ state }) => state === 'cancelled' || state === 'no_show' || state === 'fulfilled');
  if (!last || toChinaDate(last.startsAt) < addDays(now, -told)) return null;
  const when = `${sayMoment(last.startsAt, now)}在${last.site.name}`;
  if (last.state === 'no_show')
    return {
      title: '上次约了没有来',
      text: `${when}的预约没有等到您。来不了时，开始前都可以取消或改期；多次没有来，会有一段时间只能约当天。`,
    };
  if (last.state === 'cancelled' && last.cancelledBy === 'station')
    return {
      ...{ title: '血站取消了您的预约', instead: last.id },
      text: `${when}的那个时间取消了，很抱歉。请在下面换一个时间。`,
    };
  if (last.state === 'cancelled' && last.cancelledBy === 'rules')
    return { title: '原来的预约取消了', text: `按献血规定，${when}的那一天您还不能献血，预约已经取消。` };
  return null;
}
