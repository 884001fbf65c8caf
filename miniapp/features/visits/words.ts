import { type Output } from '@contract/endpoint';
import { getArrivalCode, getMyVisit, getWaitingRoom } from '@contract/visits';
import { getMyDeferrals } from '@contract/eligibility';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([getArrivalCode, getMyDeferrals, getMyVisit, getWaitingRoom], {
  NOT_FOUND: '没有找到这个献血点，请核对屏幕的网址。',
});

export type MyVisit = NonNullable<Output<typeof getMyVisit>['visit']>;

export const stateTitles: Record<MyVisit['state'], string> = {
  waiting: '正在等候',
  called: '轮到您了',
  held: '暂时离开',
  donating: '正在献血',
  resting: '献血完成，请休息一会儿',
  done: '献血完成，谢谢您',
  left: '今天没有献血',
  deferred: '今天没有献血',
};

export const stageTitles: Record<MyVisit['stage'], string> = {
  register: '登记',
  interview: '征询',
  test: '快检',
  draw: '采血',
  rest: '休息',
};

/** What the loudspeaker says: digits one by one, so that A012 is not read as a word. */
export const callSentence = (number: string, desk: string): string => `请 ${[...number].join(' ')} 号，到 ${desk}。`;
