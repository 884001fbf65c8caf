import { createGroupBooking } from '@contract/group-bookings';
import { useState } from 'react';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { type BookableType, type Slot } from './appointment';
import { releaseAt, type ReleaseChoice } from './release-at';
import { say } from './words';

const empty = {
  siteId: null as string | null,
  type: 'whole_blood' as BookableType,
  name: '',
  on: '',
  places: '2',
  release: '1' as ReleaseChoice,
};
type Draft = typeof empty;

/** Who, where, when and how many; the same number of places at each chosen time. */
export function useGroupForm() {
  const [draft, setDraft] = useState(empty);
  const [chosen, setChosen] = useState<readonly Slot[]>([]);
  const command = useCommand(createGroupBooking);
  const problems = useProblems();

  const change = (part: Partial<Draft>) => {
    problems.touch(...Object.keys(part));
    setDraft(before => ({ ...before, ...part }));
    // Times belong to one site, type and day.
    if (part.siteId !== undefined || part.type !== undefined || part.on !== undefined) setChosen([]);
  };
  const toggle = (slot: Slot) => {
    problems.touch('times');
    setChosen(before =>
      before.some(({ id }) => id === slot.id) ? before.filter(({ id }) => id !== slot.id) : [...before, slot],
    );
  };
  const create = async () => {
    const { siteId, type, name, places, release } = draft;
    const each = Number(places);
    const first = chosen.map(({ startsAt }) => startsAt).sort()[0];
    const wrong = {
      ...(name.trim().length < 2 && { name: '请填写单位或学校的名称。' }),
      ...(siteId === null && { siteId: '请选择献血点。' }),
      ...(draft.on === '' && { on: '请选择日期。' }),
      ...(!first && { times: '请至少选一个时间。' }),
      ...(!(Number.isInteger(each) && each >= 1 && each <= 60) && { places: '请填写 1 至 60 的整数。' }),
    };
    if (problems.report(wrong) || siteId === null || !first) return;
    const times = chosen.map(({ id: slotId }) => ({ slotId, places: each }));
    const answer = await command.run({ siteId, type, name: name.trim(), times, releaseAt: releaseAt(first, release) });
    if (answer?.ok) await replaceWith(routes.staffGroups());
    else if (answer) problems.report({}, say(answer));
  };
  return { draft, change, chosen, toggle, create, busy: command.busy, problems };
}
