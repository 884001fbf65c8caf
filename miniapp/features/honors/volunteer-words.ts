import { type Output } from '@contract/endpoint';
import {
  correctVolunteerHours,
  findVolunteer,
  getVolunteerHours,
  importVolunteerHours,
  recordVolunteerHours,
  type volunteerRowProblems,
} from '@contract/volunteers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { wordsFor } from '@miniapp/platform/words';

const operations = [
  getVolunteerHours,
  recordVolunteerHours,
  importVolunteerHours,
  findVolunteer,
  correctVolunteerHours,
] as const;

export const say = wordsFor(operations, {
  PERSON_UNKNOWN: '没有找到这个人，请核对证件号码或献血证编号。',
  NAME_DIFFERS: '姓名和号码对不上，请对照证件核对。',
  DAY_NOT_YET: '服务日期还没到，请核对日期。',
  EVENT_DIFFERS: '这个活动已经登记过，日期或时长不一样。要改请用“查找和更正”。',
  TOO_MANY_ROWS: ({ most }) => `一次最多 ${String(most)} 行，请分几次导入。`,
  STATE_CHANGED: '这条记录刚刚被改过，请重新查找。',
  NOT_YOURS: '这条记录是别的单位登记的，请联系他们更正。',
});

const rowProblems: Readonly<Record<(typeof volunteerRowProblems)[number], string>> = {
  columns: '列数不对，应为 6 列',
  event_number: '活动编号只能用字母、数字和横线',
  number: '证件号码或献血证编号不对',
  name: '缺少姓名',
  day: '日期不对',
  hours: '时长不对，应为 0.25 到 24 小时，最小到一刻钟',
  activity: '缺少服务内容',
  person_unknown: '没有找到这个人',
  name_differs: '姓名和号码对不上',
  day_not_yet: '日期还没到',
  event_differs: '同一活动已登记，日期或时长不同',
};

export const sayRowProblem = (reason: (typeof volunteerRowProblems)[number]): string => rowProblems[reason];

/** '3 小时 30 分钟' */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes === 0) return '0 小时';
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ');
}

const numerals = ['', '一', '二', '三', '四', '五'];
export const sayStars = (stars: number): string => (stars === 0 ? '还没有星级' : `${numerals[stars] ?? stars}星`);

type Service = Output<typeof getVolunteerHours>['services'][number];

export const sayCorrection = ({ on, fromMinutes, toMinutes, fromDay, toDay }: Service['corrections'][number]): string =>
  [
    `${sayMonthDay(on, '')}更正`,
    ...(fromMinutes === toMinutes
      ? []
      : [`${sayMinutes(fromMinutes)}改为${toMinutes === 0 ? '不计' : sayMinutes(toMinutes)}`]),
    ...(fromDay === toDay ? [] : [`${sayMonthDay(fromDay, '')}改为${sayMonthDay(toDay, '')}`]),
  ].join('，');
