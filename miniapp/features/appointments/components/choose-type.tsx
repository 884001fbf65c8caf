import { type Output } from '@contract/endpoint';
import { type getEligibility } from '@contract/eligibility';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { type BookableType } from '../appointment';
import { firstReason, typeNames, typeStories } from '../words';

type NextDate = Output<typeof getEligibility>['nextDates'][number];

interface ChooseTypeProps {
  readonly value: BookableType | null;
  readonly nextDates: readonly NextDate[];
  readonly onChange: (type: BookableType) => void;
}

/** What to donate; when it is too early, from when and why. */
export function ChooseType({ value, nextDates, onChange }: ChooseTypeProps) {
  const noteOf = (type: BookableType): string => {
    const next = nextDates.find(date => date.type === type);
    if (!next) return typeStories[type];
    if (next.possibleNow) return `现在可以献。${typeStories[type]}`;
    const why = firstReason(next);
    if (!next.date) return `暂时不能献${why && `：${why}`}。`;
    return `${sayMonthDay(next.date)}起可以献${why && `：${why}`}。`;
  };
  return (
    <ChoiceField
      id="donation-type"
      label="这次想献什么"
      choices={(['whole_blood', 'platelets'] as const).map(type => ({
        value: type,
        label: typeNames[type],
        note: noteOf(type),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
