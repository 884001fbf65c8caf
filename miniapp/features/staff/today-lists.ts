import { type StaffVisit, type Today } from './nurse-words';
import { type Stage, stageOrder } from './station-words';

export const listNames = ['expected', 'waiting', 'called', 'resting', 'ended'] as const;
export type ListName = (typeof listNames)[number];

export const listTitles: Record<ListName, string> = {
  expected: '待到站',
  waiting: '等候',
  called: '服务中',
  resting: '休息',
  ended: '已结束',
};

export const emptyTitles: Record<ListName, string> = {
  expected: '没有待到站的预约了',
  waiting: '现在没有人在等候',
  called: '现在没有人在窗口',
  resting: '现在没有人在休息',
  ended: '今天还没有人结束',
};

const listOf: Record<StaffVisit['state'], Exclude<ListName, 'expected'>> = {
  waiting: 'waiting',
  called: 'called',
  held: 'waiting',
  donating: 'called',
  resting: 'resting',
  done: 'ended',
  left: 'ended',
  deferred: 'ended',
};

export const visitsIn = ({ visits }: Pick<Today, 'visits'>, name: ListName): StaffVisit[] =>
  visits.filter(({ state }) => listOf[state] === name);

export const countIn = (today: Today, name: ListName): number =>
  name === 'expected' ? today.expected.length : visitsIn(today, name).length;

interface StageGroup {
  readonly stage: Stage;
  readonly visits: readonly StaffVisit[];
}

/** By stage, those of the own desk first; within a stage in the order of calling, as the server gave it. */
export function byStage(visits: readonly StaffVisit[], mine: readonly Stage[]): readonly StageGroup[] {
  const groups = stageOrder
    .map(stage => ({ stage, visits: visits.filter(visit => visit.stage === stage) }))
    .filter(group => group.visits.length > 0);
  return [
    ...groups.filter(({ stage }) => mine.includes(stage)),
    ...groups.filter(({ stage }) => !mine.includes(stage)),
  ];
}
