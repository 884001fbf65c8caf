import { DateField } from '@miniapp/ui/field-pick';
import { Button } from '@miniapp/ui/button';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { type SelfCheck } from '../use-self-check';

export function StepDonations({ draft, set, problems }: SelfCheck) {
  return (
    <>
      <DateField
        id={fieldId('lastWhole')}
        label="上一次献全血是哪一天"
        hint="没有献过就空着；记不清就选最晚可能的一天。"
        value={draft.lastWhole}
        to={today()}
        error={problems.lastWhole}
        onChange={lastWhole => set({ lastWhole })}
      />
      <DateField
        id={fieldId('lastPlatelets')}
        label="上一次献血小板是哪一天"
        hint="没有献过就空着。"
        value={draft.lastPlatelets}
        to={today()}
        error={problems.lastPlatelets}
        onChange={lastPlatelets => set({ lastPlatelets })}
      />
      {(draft.lastWhole !== '' || draft.lastPlatelets !== '') && (
        <Button kind="quiet" onPress={() => set({ lastWhole: '', lastPlatelets: '' })}>
          清空这两个日期
        </Button>
      )}
    </>
  );
}
