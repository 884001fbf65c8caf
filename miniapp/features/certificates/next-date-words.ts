import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { type Tone } from '@miniapp/ui/tag';

export type NextDate = Output<typeof getCertificate>['nextDates'][number];

interface NextDateWords {
  readonly tone: Tone;
  /** In one word, for a tag. */
  readonly tag: string;
  /** From when, or why not, as a short sentence without its end. */
  readonly when: string;
}

/** No day to promise means that a doctor decides or that an age limit is reached: the reasons say which. */
export function nextDateWords({ date, possibleNow }: NextDate): NextDateWords {
  if (possibleNow) return { tone: 'done', tag: '现在可以', when: '今天就可以献' };
  if (date) return { tone: 'wait', tag: '还要等等', when: `${sayMonthDay(date)}起可以献` };
  return { tone: 'look', tag: '暂时不能', when: '暂时不能预约' };
}
