import { deferVisit } from '@contract/visits';
import { addDays } from '@rules/calendar';
import { useState } from 'react';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { deferReasons } from './nurse-words';

type RuleId = (typeof deferReasons)[number]['ruleId'];

const mostDays = 3650;

/** A reason brings its days; the nurse may change them. */
export function useDeferForm(visitId: string) {
  const command = useCommand(deferVisit);
  const [ruleId, setRuleId] = useState<RuleId | null>(null);
  const [days, setDays] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [deferred, setDeferred] = useState(false);
  const waitDays = /^\d{1,4}$/.test(days) && Number(days) <= mostDays ? Number(days) : null;
  const chooseRule = (next: RuleId) => {
    setRuleId(next);
    setProblems({});
    setDays(String(deferReasons.find(reason => reason.ruleId === next)?.days ?? ''));
  };
  const defer = async () => {
    setProblems({
      ...(ruleId === null && { ruleId: '请选择原因。' }),
      ...(waitDays === null && { waitDays: `请填写 0 到 ${mostDays} 之间的整数。` }),
    });
    if (ruleId === null || waitDays === null) return;
    const answer = await command.run({ visitId, ruleId, waitDays });
    if (answer?.ok) setDeferred(true);
  };
  const again = waitDays ? sayDate(addDays(today(), waitDays)) : null;
  return {
    ...{ ruleId, chooseRule, days, setDays, again },
    ...{ defer, deferred, problems, busy: command.busy, refusal: command.refusal },
  };
}
