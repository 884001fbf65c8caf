import { type Output } from '@contract/endpoint';
import { listNeeds, setNeed } from '@contract/needs';
import {
  addClosure,
  cancelSession,
  changeSession,
  type donationSession,
  getSession,
  listSessions,
  planSession,
  publishSession,
  removeClosure,
} from '@contract/sessions';
import { sayTime } from '@miniapp/platform/chinese-date';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import type * as z from 'zod/mini';

export type DonationSession = z.output<typeof donationSession>;
export type StaffSite = Output<typeof listSessions>['sites'][number];
export type Closure = Output<typeof listSessions>['closures'][number];

interface FullTime {
  readonly startsAt: string;
  readonly booked: number;
  readonly places: number;
}

const isFullTime = (value: unknown): value is FullTime =>
  typeof value === 'object' && value !== null && 'startsAt' in value && 'booked' in value && 'places' in value;

const sayFull = (times: unknown): string =>
  (Array.isArray(times) ? times.filter(isFullTime) : [])
    .map(({ startsAt, booked, places }) => `${sayTime(startsAt)} 已约 ${booked} 人、改后 ${places} 个`)
    .join('；');

export const say = wordsFor(
  [
    listSessions,
    getSession,
    planSession,
    publishSession,
    changeSession,
    cancelSession,
    addClosure,
    removeClosure,
    listNeeds,
    setNeed,
  ],
  {
    SESSION_CHANGED: '这一场刚刚被同事改过。请返回看最新安排，再操作。',
    SESSION_OVER: '这一天或这一场已经过去，不能再改。',
    SESSIONS_OVERLAP: ({ opens, closes }) => `与已发布的 ${String(opens)}–${String(closes)} 场次时间重叠，请错开时间。`,
    DAY_CLOSED: ({ reason }) => `这一天已设为闭站（${String(reason)}），请先恢复开放。`,
    NO_TIMES: '按这个安排一个时段也排不出来，请核对时间、采血位和人员。',
    TOO_FAR_AHEAD: ({ lastDay }) => `最远只能排到 ${String(lastDay)}。`,
    PLACES_BOOKED: ({ times }) => `名额不能少于已经到站的人数：${sayFull(times)}。请把名额加上去。`,
    DONORS_BOOKED: ({ donors }) => `有 ${String(donors)} 位献血者已经预约。`,
    NOT_FOUND: '没有找到，可能不属于本站。',
  },
);

export const stateTags: Record<DonationSession['state'], { tone: Tone; text: string }> = {
  draft: { tone: 'wait', text: '草稿' },
  published: { tone: 'done', text: '已发布' },
  cancelled: { tone: 'info', text: '已取消' },
};

export const typeNames = { whole_blood: '全血', platelets: '血小板' } as const;

/** '全血已约 3／48，现场 8'; the stroke keeps its two numbers together. */
export const sayTotals = ({ totals }: Pick<DonationSession, 'totals'>): string =>
  totals
    .map(({ type, places, booked, heldForGroups, walkIns }) =>
      [
        `${typeNames[type]}已约 ${booked}／\u2060${places}`,
        heldForGroups > 0 ? `团体留 ${heldForGroups}` : '',
        walkIns > 0 ? `现场 ${walkIns}` : '',
      ]
        .filter(Boolean)
        .join('，'),
    )
    .join('；');

/** Before an act that tells people: how many. */
export const sayTold = (donors: number): string =>
  donors === 0 ? '没有人预约，不会通知任何人' : `${donors} 位献血者将收到通知`;

export const levelNames = {
  enough: '充足',
  welcome: '欢迎',
  wanted: '需要',
  urgent: '急需',
  critical: '告急',
} as const;

export const levelNotes = {
  enough: '库存够用，不特别提示',
  welcome: '献血点页面写“欢迎”',
  wanted: '为这个血型留出名额',
  urgent: '留出名额，页面写“急需”',
  critical: '留出名额，页面写“告急”',
} as const;

export const levelTones: Record<keyof typeof levelNames, Tone> = {
  enough: 'done',
  welcome: 'info',
  wanted: 'look',
  urgent: 'look',
  critical: 'look',
};

export const rhdNames = { positive: 'RhD 阳性', negative: 'RhD 阴性' } as const;
