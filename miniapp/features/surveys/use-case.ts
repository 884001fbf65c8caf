import { useEffect, useState } from 'react';
import { closeCase, getCase, takeCase } from '@contract/cases';
import { type Output } from '@contract/endpoint';
import { call } from '@miniapp/platform/call';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { stateOf, type QueryState } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { sayCase } from './words';

export type OpenedCase = Output<typeof getCase>;
type Decision = 'end' | 'until' | 'for_good';

/** Opened once, because every opening of what is sealed stands in the audit. */
function useOpened(caseId: string) {
  const [state, setState] = useState<QueryState<OpenedCase>>({ kind: 'loading' });
  const reload = async () => setState(stateOf(await call(getCase, { caseId })));
  useEffect(() => {
    void reload();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a case, not once a render
  }, [caseId]);
  return { ...state, reload };
}

export function useCase(caseId: string) {
  const opened = useOpened(caseId);
  const [take, close] = [useCommand(takeCase), useCommand(closeCase)];
  const { summary, text, atFields, report } = useProblems();
  const [outcome, setOutcome] = useState('');
  const [answer, setAnswer] = useState('');
  const [decision, setDecision] = useState<Decision | null>(null);
  const [until, setUntil] = useState('');
  const [closed, setClosed] = useState(false);

  const takeIt = async ({ id, version }: OpenedCase) => {
    const taken = await take.run({ caseId: id, version });
    if (taken && !taken.ok) report({}, sayCase(taken));
    await opened.reload();
  };
  const closeIt = async ({ id, version, kind, holdsDonor, answerable }: OpenedCase) => {
    const wrong = report({
      ...(outcome.trim().length < 2 && { outcome: '请写处理经过和结果。' }),
      ...(kind === 'survey' && answer.trim() === '' && { answer: '请写一句给献血者的回复。' }),
      ...(holdsDonor && decision === null && { hold: '请选择献血者之后能不能献血。' }),
      ...(decision === 'until' && until === '' && { 'hold.until': '请选择日期。' }),
    });
    if (wrong) return;
    const hold = decision ? { decision, ...(decision === 'until' ? { until } : {}) } : undefined;
    const done = await close.run({ caseId: id, version, outcome, ...(answerable ? { answer } : {}), hold });
    if (done?.ok) setClosed(true);
    else if (done) {
      const fields = fieldProblems(done.details);
      report(fields, Object.keys(fields).length > 0 ? undefined : sayCase(done));
    }
  };
  return {
    ...{ opened, takeIt, closeIt, closed, summary, text, atFields },
    ...{ outcome, setOutcome, answer, setAnswer, decision, setDecision, until, setUntil },
    busy: take.busy || close.busy,
  };
}
