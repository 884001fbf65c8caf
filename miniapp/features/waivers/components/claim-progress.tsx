import { sayMoment, sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { type Step, Steps } from '@miniapp/ui/steps';
import { type Claim, isSettled, stateWords } from '../claim-states';

interface ClaimProgressProps {
  readonly claim: Claim;
  /** What comes next is said to the patient; a reviewer reads what happened. */
  readonly reader?: 'patient' | 'reviewer';
}

/** What happened when, and what happens next by when. */
export function ClaimProgress({ claim, reader = 'patient' }: ClaimProgressProps) {
  const { timeline, state, next } = claim;
  const past = timeline.map(({ at, text }): Step => ({ title: text, note: sayMoment(at), state: 'done' }));
  const coming: Step[] =
    isSettled(state) || reader === 'reviewer'
      ? []
      : [
          {
            title: stateWords[state].word,
            note: `${next}${byWhen(claim)}`,
            state: 'now',
          },
        ];
  return (
    <Card title="办理进度">
      <Steps items={[...past, ...coming]} />
    </Card>
  );
}

/** A day is promised only where it lies with us, or with a term. */
function byWhen({ state, expectedBy, donorConsent }: Claim): string {
  if (state === 'awaiting_consent' && donorConsent)
    return `献血者最晚${sayMoment(donorConsent.validUntil)}前答复，没有答复就由工作人员接着办理。`;
  if (!expectedBy) return '';
  return `预计${sayMonthDay(expectedBy)}前有结果。`;
}
