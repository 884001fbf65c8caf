import { deferVisit } from '@contract/visits';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { endByRule, isTooShort, ruleOf } from './defer-form';
import { type StaffVisit } from './nurse-words';

const none: Readonly<Record<string, string>> = {};

/** A rule brings its end date, counted from the day of the cause; a physician may write another one with a reason. */
export function useDeferForm(visit: StaffVisit, given: { readonly ruleId: string; readonly until: string }) {
  const command = useCommand(deferVisit);
  const on = today();
  const [words, setWords] = useState('');
  const [ruleId, setRuleId] = useState(ruleOf(given.ruleId, on) ? given.ruleId : '');
  const [since, setSince] = useState<string>(on);
  const [until, setUntil] = useState(given.until || (given.ruleId && endByRule(given.ruleId, on, on)));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState(none);
  const [deferred, setDeferred] = useState(false);

  const rule = ruleOf(ruleId, on);
  const tooShort = rule !== undefined && until !== '' && isTooShort(ruleId, since, until, on);
  const mayShorten = rule?.force !== 'mandatory' || !rule.confirmed;
  const chooseRule = (next: string) => {
    setRuleId(next);
    setProblems(none);
    setUntil(next === '' ? '' : endByRule(next, since, on));
  };
  const chooseSince = (next: string) => {
    setSince(next);
    setUntil(endByRule(ruleId, next, on));
  };
  const defer = async () => {
    const found: Record<string, string> = {};
    if (!rule) found.ruleId = '请选择原因。';
    else if (!rule.permanent && until === '') found.until = '这条规定没有固定的时间，请填写到哪一天。';
    else if (tooShort && !mayShorten) found.until = '比规定的时间短，这条规定不能缩短。';
    else if (tooShort && reason.trim().length < 2) found.overrideReason = '缩短规定的时间，请医生写明理由。';
    setProblems(found);
    if (!rule || Object.keys(found).length > 0) return;
    const answer = await command.run({
      visitId: visit.id,
      version: visit.version,
      ruleId,
      ...(!rule.permanent && { until }),
      ...(rule.kind === 'question' && !rule.permanent && since < on && { since }),
      ...(tooShort && { overrideReason: reason.trim() }),
    });
    if (answer?.ok) setDeferred(true);
  };
  return {
    ...{
      words,
      setWords,
      rule,
      chooseRule,
      since,
      chooseSince,
      until,
      setUntil,
      reason,
      setReason,
      tooShort,
      mayShorten,
    },
    ...{ defer, deferred, problems, busy: command.busy, refusal: command.refusal },
  };
}

export type DeferForm = ReturnType<typeof useDeferForm>;
