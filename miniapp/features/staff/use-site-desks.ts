import { setDesks } from '@contract/visits';
import { useState } from 'react';
import { goBack } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type DeskDraft, inputOfDesks, problemsOfDesks, toDrafts } from './desk-drafts';
import { say, type Today } from './nurse-words';
import { type Stage } from './station-words';

/** Written as a whole: the order on the page is the order at the site. */
export function useSiteDesks(today: Today) {
  const command = useCommand(setDesks);
  const { report, touch, ...problems } = useProblems();
  const [desks, setDrafts] = useState(() => toDrafts(today));
  const change = (at: number, part: Partial<DeskDraft>) => {
    setDrafts(before => before.map((desk, n) => (n === at ? { ...desk, ...part } : desk)));
    touch(...Object.keys(part).map(field => `desks.${at}.${field}`));
  };
  const turn = (at: number, stage: Stage, on: boolean) => {
    const stages = desks[at]?.stages ?? [];
    change(at, { stages: on ? [...stages, stage] : stages.filter(one => one !== stage) });
  };
  const add = () => setDrafts(before => [...before, { name: '', stages: [] }]);
  const remove = (at: number) => {
    setDrafts(before => before.filter((_, n) => n !== at));
    report({});
  };
  const save = async () => {
    if (report(problemsOfDesks(desks))) return;
    const answer = await command.run(inputOfDesks(desks));
    if (answer?.ok) await goBack();
    else if (answer) report(fieldProblems(answer.details), say(answer));
  };
  return { desks, change, turn, add, remove, save, problems, busy: command.busy };
}
