import type { CalendarDate } from '@rules/calendar';
import type { Eligibility, EligibilityReason } from '@rules/eligibility';
import type { IntervalType } from '@rules/interval';
import type { Tx } from '@server/platform/tx';
import { assessPerson } from './assess-person';
import { donorReason, publicReason, type ReasonView } from './reason-view';

interface SeenAnswer {
  readonly verdict: Eligibility['verdict'];
  readonly date: CalendarDate | null;
  readonly reasons: ReasonView[];
}

const bars = ({ kind, effect }: EligibilityReason): boolean => kind === 'deferral' && effect !== 'note';

/** Of any deferral: the words and the missing date of one that waits for a person's decision, such as a test to be repeated. */
const neutralReason: ReasonView = {
  kind: 'deferral',
  effect: 'doctor',
  ruleId: 'DEFERRAL',
  text: '按照健康检查要求，现在还要再等一等',
  value: '',
  source: 'GB 18467-2011《献血者健康检查要求》',
  force: 'recommended',
  confirmed: true,
  edition: 'cn-deferral-2011',
  until: null,
  change: '本人登录后可以在“暂缓献血”里看到说明；也可以拨打 96614。',
};

/**
 * What a relative may learn. A deferral without an end may be a result that the station wants to talk about, one with an end may
 * not: so as long as any holds, all of them look alike on every day that is asked, and no date is given.
 */
async function forRelative(tx: Tx, personId: string, type: IntervalType, asked: Eligibility): Promise<SeenAnswer> {
  const now = await assessPerson(tx, personId, type, tx.today);
  const others = asked.reasons.filter(({ kind }) => kind !== 'deferral');
  const reasons = others.map(donorReason);
  if (![...asked.reasons, ...now.reasons].some(bars))
    return { verdict: asked.verdict, date: asked.date ?? null, reasons };
  const verdict = others.some(({ effect }) => effect === 'no') ? 'no' : 'doctor';
  return { verdict, date: null, reasons: [...reasons, neutralReason] };
}

/**
 * The answer as the caller may see it: the donor in full where the page is theirs (`own`), else that there is a deferral and until
 * when, and a relative not even that.
 */
export async function seenAnswer(
  tx: Tx,
  personId: string,
  type: IntervalType,
  on: CalendarDate,
  own = false,
): Promise<SeenAnswer> {
  const asked = await assessPerson(tx, personId, type, on);
  const helper = tx.actor.assistedBy?.kind;
  if (helper === 'relative') return forRelative(tx, personId, type, asked);
  const view = own && helper === undefined ? donorReason : publicReason;
  return { verdict: asked.verdict, date: asked.date ?? null, reasons: asked.reasons.map(view) };
}
