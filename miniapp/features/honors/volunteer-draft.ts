import { type InputDraft } from '@contract/endpoint';
import { type recordVolunteerHours } from '@contract/volunteers';

export interface VolunteerDraft {
  readonly eventNumber: string;
  readonly whose: string;
  readonly name: string;
  /** Empty before a day is chosen. */
  readonly on: string;
  readonly hours: string;
  readonly activity: string;
}

export const emptyDraft: VolunteerDraft = { eventNumber: '', whose: '', name: '', on: '', hours: '', activity: '' };

/** Quarters of an hour up to a day, in minutes; null for anything else. */
export function minutesOf(hours: string): number | null {
  const minutes = /^\d{1,2}(\.\d{1,2})?$/.test(hours.trim()) ? Number(hours) * 60 : Number.NaN;
  return Number.isInteger(minutes) && minutes <= 1440 ? minutes : null;
}

type Command = InputDraft<typeof recordVolunteerHours>;

/** The command, or what is missing by field. */
export function checkDraft(draft: VolunteerDraft): { command: Command } | { problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  if (!/^[A-Za-z0-9-]{3,30}$/.test(draft.eventNumber.trim()))
    problems.eventNumber = '请填活动编号，只用字母、数字和横线。';
  if (draft.whose.trim().length < 8) problems.whose = '请填电子献血证编号，或居民身份证号码。';
  if (draft.name.trim() === '') problems.name = '请填志愿者姓名。';
  if (draft.on === '') problems.on = '请选服务日期。';
  const minutes = minutesOf(draft.hours);
  if (minutes === null || minutes < 15) problems.minutes = '请填小时数，例如 3.5，最小到一刻钟（0.25）。';
  if (draft.activity.trim().length < 2) problems.activity = '请填服务内容，例如“街头献血引导”。';
  if (Object.keys(problems).length > 0 || minutes === null) return { problems };
  const { eventNumber, whose, name, activity } = draft;
  return {
    command: {
      ...{ eventNumber: eventNumber.trim(), whose: whose.trim(), name: name.trim(), activity: activity.trim() },
      ...{ on: draft.on, minutes },
    },
  };
}
