import { getMyDeferrals } from '@contract/eligibility';
import { type RuleForce } from '@rules/edition';
import { type Eligibility } from '@rules/eligibility';
import { type LookUpCategory, type LookUpItem } from '@rules/look-up';
import { sayDate } from '@miniapp/platform/chinese-date';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';

export const say = wordsFor([getMyDeferrals], {});

/** Provincial hotline of the blood services. */
export const hotline = '96614';

export const typeNames = { whole_blood: '全血', platelets: '血小板' } as const;

export const forceNames: Readonly<Record<RuleForce, string>> = {
  mandatory: '强制规定',
  recommended: '推荐规定，医生可以个别决定',
  local: '地方规定',
  'programme-policy': '本服务暂定',
};

/** A sentence with exactly one end. */
export const sentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

interface VerdictWords {
  readonly tone: Extract<Tone, 'done' | 'look' | 'stop' | 'wait'>;
  readonly title: string;
  readonly text: string;
}

export function verdictWords({ verdict, date }: Eligibility, type: keyof typeof typeNames): VerdictWords {
  const what = typeNames[type];
  switch (verdict) {
    case 'yes':
      return { tone: 'done', title: `可以来献${what}`, text: '没有发现要等待的情况。当天还要体检，最后由医生确定。' };
    case 'not_before':
      return {
        tone: 'wait',
        title: `${date === undefined ? '过些日子' : sayDate(date)}起可以献${what}`,
        text: '到了这一天，其他情况没有变化就可以来。',
      };
    case 'doctor':
      return { tone: 'look', title: '请先问一问医生', text: '这些情况要由体检医生判断，出门前打个电话，不白跑一趟。' };
    case 'no':
      return { tone: 'stop', title: `按规定不能献${what}`, text: '谢谢您的爱心。如果觉得不对，可以打电话问血站。' };
  }
}

export const categoryNames: Readonly<Record<LookUpCategory, string>> = {
  tattoo: '纹身',
  travel: '出行',
  medicine: '吃药',
  vaccine: '疫苗',
  surgery: '手术',
  illness: '生病',
};

/** How long to wait, in a few words for a list. */
export function shortAnswer({ answer, wait, anchor, ruleId, onlyPlatelets }: LookUpItem): string {
  if (answer === 'doctor' && wait !== '') return `多数地方要等${wait}，请先问医生`;
  if (answer === 'doctor') return ruleId === null ? '没有公开的规定，请问医生' : '请体检医生看一看';
  return `${onlyPlatelets ? '献血小板前' : ''}等${wait}，自${anchor}起`;
}
