import { type Output } from '@contract/endpoint';
import { listLateInformation, openLateInformation } from '@contract/questionnaires';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';

export const sayLate = wordsFor([listLateInformation, openLateInformation], {
  BAD_CURSOR: '列表已经更新，请重新打开。',
  NOT_FOUND: '没有这份报告，或不归您所在的血站处理。',
});

export const lateKinds: Readonly<Record<Output<typeof openLateInformation>['kind'], string>> = {
  fever: '发热',
  cold: '感冒',
  diarrhoea: '腹泻',
  infection: '感染',
  covid: '新冠',
  risk: '有感染风险',
  other: '其他',
};

type State = Output<typeof listLateInformation>['items'][number]['state'];

/** What became of the unit, for the people of the station: each but the first two asks for something by hand. */
export const unitTags: Readonly<Record<State, { readonly tone: Tone; readonly text: string }>> = {
  sending: { tone: 'wait', text: '正在通知血库' },
  frozen: { tone: 'done', text: '血液已停用' },
  already_issued: { tone: 'stop', text: '已发出，请追回' },
  unknown_unit: { tone: 'look', text: '没查到这袋血，请人工核对' },
  failed: { tone: 'stop', text: '没通知到血库，请打电话' },
};
