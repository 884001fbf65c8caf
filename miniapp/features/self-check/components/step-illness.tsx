import { CheckRow } from '@miniapp/ui/field-choice';
import { Stack } from '@miniapp/ui/stack';
import { illnesses } from '../events';
import { type SelfCheck } from '../use-self-check';

export function StepIllness({ draft, toggleIll }: SelfCheck) {
  return (
    <Stack gap={2}>
      {illnesses.map(({ ruleId, label }) => (
        <CheckRow
          key={ruleId}
          id={`ill-${ruleId}`}
          label={label}
          checked={draft.ill.includes(ruleId)}
          onChange={() => toggleIll(ruleId)}
        />
      ))}
    </Stack>
  );
}
