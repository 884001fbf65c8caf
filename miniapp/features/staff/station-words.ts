import { type StaffVisit, type Today } from './nurse-words';

export type Stage = StaffVisit['stage'];

export const stageOrder = ['register', 'interview', 'test', 'draw', 'rest'] as const;
export const stageNames: Record<Stage, string> = {
  register: '登记',
  interview: '征询',
  test: '快检',
  draw: '采血',
  rest: '休息',
};

/** What the desk says when its work with the donor is done. */
export const finishLabels: Partial<Record<Stage, string>> = {
  register: '证件已核对，去征询',
  test: '快检合格，去采血',
};

/** One desk for everything, as in a vehicle: the server lets a desk that nobody has set up serve every stage. */
const wholeDesk = { name: '1 号窗口', stages: ['register', 'interview', 'test', 'draw'] as readonly Stage[] };
type Desk = { readonly name: string; readonly stages: readonly Stage[] };

/** Desks at which somebody can be called; a site whose desks do one stage each also offers one that does all. */
export function desksToChoose({ desks }: Pick<Today, 'desks'>): readonly Desk[] {
  const calling = desks
    .map(({ name, stages }) => ({ name, stages: stages.filter(stage => stage !== 'rest') }))
    .filter(({ stages }) => stages.length > 0);
  const all = calling.some(({ stages }) => stages.length === wholeDesk.stages.length);
  return all || calling.some(({ name }) => name === wholeDesk.name) ? calling : [...calling, wholeDesk];
}

export const sayStages = (stages: readonly Stage[]): string =>
  stages.length === wholeDesk.stages.length ? '全部环节' : stages.map(stage => stageNames[stage]).join('、');

export type MoveName = 'finish' | 'skip' | 'transfer' | 'hold' | 'resume' | 'leave' | 'release' | 'undo';

/** What has just happened, for the one who did it. */
export function sayDone(move: MoveName | 'call', { number, stage, desk, state }: StaffVisit): string {
  switch (move) {
    case 'call':
      return `请 ${number} 到 ${desk ?? ''}`;
    case 'finish':
      return `${number} 去${stageNames[stage]}排队了`;
    case 'skip':
      return `${number} 过号，往后排 10 分钟`;
    case 'transfer':
      return state === 'called' ? `${number} 转到 ${desk ?? ''}` : `${number} 转到${stageNames[stage]}排队`;
    case 'hold':
      return `${number} 暂离，位置留着`;
    case 'resume':
      return `${number} 回来了，按原来的位置排队`;
    case 'leave':
      return `${number} 离开了，今天不献`;
    case 'release':
      return `${number} 休息完成，可以离开`;
    case 'undo':
      return `${number} 已退回上一步`;
  }
}
