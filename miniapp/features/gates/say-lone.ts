import { type GateDecision } from '@privilege-code/decide-at-gate';
import { type Answer } from './verdict';

const result = { allow: 'green', amber: 'amber', refuse: 'red' } as const;

/** A decision of the gate in the words of the server's answers: no receipt, and no name, which no code carries. */
export const sayLone = (decision: GateDecision): Answer => ({
  result: result[decision.result],
  reason: decision.result === 'allow' ? 'ok' : decision.reason,
  receipt: null,
  maskedName: null,
});
