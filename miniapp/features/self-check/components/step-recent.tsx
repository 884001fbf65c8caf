import { CheckRow } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { Stack } from '@miniapp/ui/stack';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { recentEvents } from '../events';
import { type SelfCheck } from '../use-self-check';

/** What happened lately: a tick opens the question for the day. */
export function StepRecent({ draft, setEvent, problems }: SelfCheck) {
  return (
    <Stack gap={2}>
      {recentEvents
        .filter(({ forWomen }) => forWomen !== true || draft.sex === 'female')
        .map(({ ruleId, label, day }) => {
          const on = draft.events[ruleId];
          return (
            <Stack gap={2} key={ruleId}>
              <CheckRow
                id={`event-${ruleId}`}
                label={label}
                checked={on !== undefined}
                onChange={checked => setEvent(ruleId, checked ? '' : undefined)}
              />
              {on !== undefined && (
                <DateField
                  id={fieldId(ruleId)}
                  label={day}
                  value={on}
                  to={today()}
                  error={problems[ruleId]}
                  onChange={date => setEvent(ruleId, date)}
                />
              )}
            </Stack>
          );
        })}
    </Stack>
  );
}
