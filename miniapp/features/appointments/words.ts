import { type Output } from '@contract/endpoint';
import {
  bookAppointment,
  cancelAppointment,
  confirmHold,
  extendHold,
  findNextBooking,
  getCalendarEntry,
  holdSlot,
  listAppointments,
  listOtherTimes,
  moveAppointment,
  releaseHold,
} from '@contract/appointments';
import { getEligibility } from '@contract/eligibility';
import {
  countGroupBooking,
  createGroupBooking,
  listGroupBookings,
  openGroupBooking,
  releaseGroupBooking,
} from '@contract/group-bookings';
import { listPreferredSites, preferSite } from '@contract/profile';
import { getSite, listSites, listSlots } from '@contract/sites';
import { joinWaitlist, leaveWaitlist, listWaitlist } from '@contract/waitlist';
import { isCalendarDate } from '@rules/calendar';
import { type Details } from '@miniapp/platform/answer';
import { sayDate } from '@miniapp/platform/chinese-date';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import { type Appointment, type BookableType, type Site, type SiteDetails } from './appointment';

const day = (value: unknown): string | null =>
  typeof value === 'string' && isCalendarDate(value) ? sayDate(value) : null;

function outsideWindow({ sameDayUntil, lastDay }: Details): string {
  const [until, last] = [day(sameDayUntil), day(lastDay)];
  if (until) return `最近几次约了没有来，${until}以前只能预约当天的时间。当天有空，直接来也欢迎。`;
  return last ? `这个时间太近或太远。现在可以约到${last}。` : '这个时间太近或太远，现在不能预约，请换一个时间。';
}

export const say = wordsFor(
  [
    listPreferredSites,
    preferSite,
    listSites,
    getSite,
    listSlots,
    getEligibility,
    holdSlot,
    extendHold,
    confirmHold,
    releaseHold,
    bookAppointment,
    moveAppointment,
    cancelAppointment,
    listAppointments,
    listOtherTimes,
    findNextBooking,
    getCalendarEntry,
    joinWaitlist,
    leaveWaitlist,
    listWaitlist,
    openGroupBooking,
    countGroupBooking,
    createGroupBooking,
    listGroupBookings,
    releaseGroupBooking,
  ],
  {
    SLOT_FULL: '这个时间刚刚约满了，请换一个时间。',
    SLOT_CLOSED: '这个时间不再开放预约，请换一个时间。',
    NOT_ELIGIBLE: '按献血规定，您在这一天还不能献血。',
    OUTSIDE_BOOKING_WINDOW: outsideWindow,
    ALREADY_BOOKED: '您已经有一个预约或一个待确认的名额，一次只能有一个。要换时间，请在原来的上面改。',
    NOT_CHANGEABLE: '这个预约已经开始或已经结束，不能再改了。',
    HOLD_ENDED: '为您保留的时间已经到了，名额放回去了。',
    NOT_EXTENDABLE: '不能再延长了，请现在确认，或者稍后重新选时间。',
    GROUP_CODE_NOT_VALID: '没有找到这个团体预约码，或者这个团体的预约已经结束。请核对后再试。',
    GROUP_FULL: '这个时间的团体名额满了，请换一个时间，或者按个人预约。',
    ALREADY_WAITING: '您已经登记了一处候补，一次只能登记一处。要换，请先退出原来的。',
    PLACES_FREE: '您要的时间现在就有名额，不用候补。',
    RELEASE_TOO_LATE: '放开剩余名额的时间，要在第一个时段开始以前，并且还没有过去。',
    ALREADY_RELEASED: '这个团体已经结束，剩余名额早已放开。',
    TOO_MANY_SITES: ({ most }) => `最多选 ${String(most)} 个常去的献血点，请先去掉一个。`,
    NOT_FOUND: '没有找到这条记录，可能已经取消或停止开放。',
  },
);

export const typeNames: Record<BookableType, string> = { whole_blood: '全血', platelets: '血小板' };

export const typeStories: Record<BookableType, string> = {
  whole_blood: '采血约 10 分钟，可献 200、300 或 400 毫升。',
  platelets: '用机器分离，约 1 小时，可献 1 至 2 个治疗单位。',
};

export const siteKinds: Record<Site['kind'], string> = { centre: '血站', house: '献血屋', vehicle: '献血车' };

export const needWords: Record<SiteDetails['needs'][number]['level'], string> = {
  critical: '告急',
  urgent: '急需',
  wanted: '需要',
  welcome: '欢迎',
  enough: '够用',
};

export const stateTags: Record<Appointment['state'], { tone: Tone; text: string }> = {
  held: { tone: 'look', text: '待确认' },
  booked: { tone: 'done', text: '已预约' },
  checked_in: { tone: 'done', text: '已到站' },
  fulfilled: { tone: 'done', text: '已献血' },
  cancelled: { tone: 'info', text: '已取消' },
  no_show: { tone: 'look', text: '未到站' },
};

export const questionnaireTags: Record<Appointment['questionnaire'], { tone: Tone; text: string; act: string }> = {
  missing: { tone: 'look', text: '还没填', act: '填写健康征询表' },
  draft: { tone: 'look', text: '没填完', act: '继续填写健康征询表' },
  submitted: { tone: 'done', text: '已提交', act: '出示到场码' },
};

type Outcome = NonNullable<Appointment['questionnaireOutcome']>;

export const outcomeTags: Record<Outcome, { tone: Tone; text: string }> = {
  clear: questionnaireTags.submitted,
  doctor: { tone: 'look', text: '到站由医生确认' },
  defer: { tone: 'look', text: '这天还不能献' },
  stop: { tone: 'stop', text: '不能献血' },
};

/** What an answered form means for this booking; nothing to say when all is well. */
export const outcomeNotes: Partial<Record<Outcome, { title: string; text: string }>> = {
  doctor: { title: '到站后先请医生看一看', text: '您的回答里有一项要由医生当面确认，照常出示到场码就行。' },
  defer: { title: '按您的回答，这一天还不能献血', text: '请改到以后的日子，或者取消这次预约，不用白跑一趟。' },
  stop: {
    title: '按您的回答，您不适合献血',
    text: '谢谢您的心意。请取消这次预约，把名额留给别人；有疑问可以打电话问血站。',
  },
};

export const bookingRules = [
  '前一晚睡好，当天吃清淡的早饭，不要空腹来。',
  '最近感冒、吃药、洗牙或打疫苗的，在健康征询表里如实写明。',
  '临时来不了，开始前都可以取消或改期，把名额留给别人。',
] as const;

export const waitRules = [
  '有人取消了，就按登记的先后，通知那天能献血的第一位。',
  '轮到您时，名额先给您留着，消息里写明几点以前答复；夜里不打扰您。',
  '候补不保证有名额。等的时候可以照常约别的时间，也可以随时退出。',
] as const;

export type NextDate = Output<typeof getEligibility>['nextDates'][number];

/** Rules say their reasons with and without a full stop. */
export const sentence = (text: string): string => (text === '' ? '' : `${text.replace(/。$/, '')}。`);

/** The reason as one sentence without its full stop, so that it can stand inside another. */
export const firstReason = ({ reasons }: Pick<NextDate, 'reasons'>): string =>
  (reasons[0]?.text ?? '').replace(/。$/, '');
