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
  const { timeline, state, next, expectedBy } = claim;
  const owed = state === 'approved' || state === 'paying';
  const past = timeline.map(({ at, text }): Step => ({ title: text, note: sayMoment(at), state: 'done' }));
  const coming: Step[] =
    isSettled(state) || reader === 'reviewer'
      ? []
      : [
          {
            title: stateWords[state].word,
            note: expectedBy ? `${next}预计${sayMonthDay(expectedBy)}前${owed ? '到账' : '有结果'}。` : next,
            state: 'now',
          },
        ];
  return (
    <Card title="办理进度">
      <Steps items={[...past, ...coming]} />
    </Card>
  );
}
