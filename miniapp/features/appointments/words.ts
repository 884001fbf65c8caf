import { type Output } from '@contract/endpoint';
import {
  bookAppointment,
  cancelAppointment,
  listAppointments,
  moveAppointment,
} from '@contract/appointments';
import { getEligibility } from '@contract/eligibility';
import { getSite, listSites, listSlots } from '@contract/sites';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import { type Appointment, type BookableType, type Site } from './appointment';

export const say = wordsFor(
  [
    listSites,
    getSite,
    listSlots,
    getEligibility,
    bookAppointment,
    moveAppointment,
    cancelAppointment,
    listAppointments,
  ],
  {
    SLOT_FULL: '这个时间刚刚约满了，请换一个时间。',
    SLOT_CLOSED: '这个时间不再开放预约，请换一个时间。',
    NOT_ELIGIBLE: '按献血规定，您在这一天还不能献血。',
    OUTSIDE_BOOKING_WINDOW: '这个时间太近或太远，现在不能预约，请换一个时间。',
    ALREADY_BOOKED: '您已经有一个预约了，一次只能约一个。要换时间，请在原预约上改期。',
    NOT_CHANGEABLE: '这个预约已经开始或已经结束，不能再改了。',
    NOT_FOUND: '没有找到这条记录，可能已经取消或停止开放。',
  },
);

export const typeNames: Record<BookableType, string> = { whole_blood: '全血', platelets: '血小板' };

export const typeStories: Record<BookableType, string> = {
  whole_blood: '采血约 10 分钟，可献 200、300 或 400 毫升。',
  platelets: '用机器分离，约 1 小时，可献 1 至 2 个治疗单位。',
};

export const siteKinds: Record<Site['kind'], string> = { centre: '血站', house: '献血屋', vehicle: '献血车' };

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

export const bookingRules = [
  '前一晚睡好，当天吃清淡的早饭，不要空腹来。',
  '最近感冒、吃药、洗牙或打疫苗的，在健康征询表里如实写明。',
  '临时来不了，开始前都可以取消或改期，把名额留给别人。',
] as const;

type NextDate = Output<typeof getEligibility>['nextDates'][number];

/** Rules say their reasons with and without a full stop. */
export const sentence = (text: string): string => (text === '' ? '' : `${text.replace(/。$/, '')}。`);

/** The reason as one sentence without its full stop, so that it can stand inside another. */
export const firstReason = ({ reasons }: Pick<NextDate, 'reasons'>): string =>
  (reasons[0]?.text ?? '').replace(/。$/, '');
