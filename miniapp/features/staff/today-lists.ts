import { type StaffVisit, type Today } from './nurse-words';

export const listNames = ['expected', 'waiting', 'called', 'ended'] as const;
export type ListName = (typeof listNames)[number];

export const listTitles: Record<ListName, string> = {
  expected: '待到站',
  waiting: '等候',
  called: '已叫号',
  ended: '已结束',
};

export const emptyTitles: Record<ListName, string> = {
  expected: '没有待到站的预约了',
  waiting: '现在没有人在等候',
  called: '没有已叫号的人',
  ended: '今天还没有人结束',
};

const listOf: Record<StaffVisit['state'], Exclude<ListName, 'expected'>> = {
  waiting: 'waiting',
  called: 'called',
  held: 'waiting',
  donating: 'called',
  resting: 'ended',
  done: 'ended',
  left: 'ended',
  deferred: 'ended',
};

export const visitsIn = ({ visits }: Pick<Today, 'visits'>, name: ListName): StaffVisit[] =>
  visits.filter(({ state }) => listOf[state] === name);

export const countIn = (today: Today, name: ListName): number =>
  name === 'expected' ? today.expected.length : visitsIn(today, name).length;
