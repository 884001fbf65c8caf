import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { daysBetween } from '@rules/calendar';
import { sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { sayRule } from './show';
import { type Tone } from '@miniapp/ui/tag';

export type NextDate = Output<typeof getCertificate>['nextDates'][number];

interface NextDateWords {
  readonly tone: Tone;
  /** In one word, for a tag. */
  readonly tag: string;
  /** From when, as a short sentence without its end. */
  readonly when: string;
  /** The reason that holds longest, for a list; empty when nothing stands in the way. */
  readonly why: string;
}

/** No day to promise means that a doctor decides or that an age limit is reached: the reasons say which. */
export function nextDateWords({ date, possibleNow, reasons }: NextDate): NextDateWords {
  const last = [...reasons].sort((a, b) => (b.until ?? '9999').localeCompare(a.until ?? '9999'))[0];
  const why = last ? sayRule(last.text) : '';
  if (possibleNow) return { tone: 'done', tag: '现在可以', when: '今天起都可以预约', why: '' };
  if (date) return { tone: 'wait', tag: '还要等等', when: `${sayMonthDay(date)}起可以`, why };
  return { tone: 'look', tag: '暂时不能', when: '暂时不能预约', why };
}

/** Days ahead that are worth a button; the booking page knows the exact limit. */
const horizonDays = 30;

export const isBookable = ({ date }: NextDate): boolean => date !== null && daysBetween(today(), date) <= horizonDays;
