import { Counter } from 'prom-client';
import type { Output } from '@contract/endpoint';
import type { verifyAtGate } from '@contract/gates';
import type { App } from '@server/platform/app';

type Answer = Output<typeof verifyAtGate>;

const counters = new WeakMap<App, Counter<'result' | 'reason'>>();

export function startCounting(app: App): void {
  const counter = new Counter({
    name: 'gate_answers_total',
    help: 'Answers to gates by result and reason; garbage is counted here and kept nowhere',
    labelNames: ['result', 'reason'] as const,
    registers: [app.metrics.registry],
  });
  counters.set(app, counter);
}

export function counted(app: App, answer: Answer): Answer {
  counters.get(app)?.inc({ result: answer.result, reason: answer.reason });
  return answer;
}
