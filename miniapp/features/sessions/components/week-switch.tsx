import { ViewSwitch } from '@miniapp/ui/view-switch';

export const weeks = ['0', '1', '2', '3'] as const;
export type Week = (typeof weeks)[number];

const names: Record<Week, string> = { '0': '本周', '1': '下周', '2': '第三周', '3': '第四周' };

/** Weeks count from today: seven days each, as far as donors can book. */
export function WeekSwitch({ week, onChange }: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  return (
    <ViewSwitch
      label="哪一周"
      choices={weeks.map(value => ({ value, label: names[value] }))}
      value={week}
      onChange={onChange}
    />
  );
}
