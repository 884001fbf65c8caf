import type { IntervalType } from '@rules/interval';
import type { Desk } from './desks';
import { estimateMinutes, inQueueOrder, type Waiting } from './queue-order';
import type { ServiceTimes } from './service-times';
import { stages, type Stage, type State } from './visit-moves';

/** What the queue needs to know of a visit: nothing about the person. */
export interface Queued extends Waiting {
  readonly number: string;
  readonly type: IntervalType;
  readonly stage: Stage;
  readonly state: State;
  readonly version: number;
  readonly desk: string | null;
  readonly calledAt: string | null;
}

interface Line {
  /** In the order of calling. */
  readonly waiting: readonly Queued[];
  /** Desks that serve the stage now, else those that could. */
  readonly desks: number;
  /** Seconds of service in front of each, and of somebody who came now as the last. */
  readonly secondsBefore: readonly number[];
}

export type Lines = Readonly<Record<Stage, Line>>;

function lineOf(stage: Stage, queued: readonly Queued[], desks: readonly Desk[], times: ServiceTimes): Line {
  const waiting = inQueueOrder(queued.filter(one => one.stage === stage && one.state === 'waiting'));
  const busy = new Set(
    queued
      .filter(one => one.stage === stage && (one.state === 'called' || one.state === 'donating'))
      .map(one => one.desk),
  ).size;
  const set = desks.filter(desk => desk.stages.includes(stage)).length;
  const secondsBefore = [0];
  for (const { type } of waiting) secondsBefore.push((secondsBefore.at(-1) ?? 0) + times[stage][type]);
  return { waiting, desks: Math.max(1, busy > 0 ? busy : set), secondsBefore };
}

/** The queue of every stage at one moment. */
export function linesOf(queued: readonly Queued[], desks: readonly Desk[], times: ServiceTimes): Lines {
  const [register, interview, test, draw, rest] = stages.map(stage => lineOf(stage, queued, desks, times)) as [
    Line,
    Line,
    Line,
    Line,
    Line,
  ];
  return { register, interview, test, draw, rest };
}

export interface Standing {
  readonly ahead: number;
  readonly estimateMinutes: number;
}

/** Everybody who waits, by id. */
export function standingsOf(lines: Lines): ReadonlyMap<string, Standing> {
  const all = new Map<string, Standing>();
  for (const stage of stages) {
    const { waiting, desks, secondsBefore } = lines[stage];
    waiting.forEach(({ id }, ahead) =>
      all.set(id, { ahead, estimateMinutes: estimateMinutes(secondsBefore[ahead] ?? 0, desks) }),
    );
  }
  return all;
}

/** For somebody who came to the end of this queue now. */
export const waitAtEnd = ({ secondsBefore, desks }: Line): number => estimateMinutes(secondsBefore.at(-1) ?? 0, desks);

/** Minutes until this visit has had every stage that is left, the rest too. */
export function minutesToEnd(visit: Queued, lines: Lines, times: ServiceTimes): number {
  const at = stages.indexOf(visit.stage);
  const service = (stage: Stage) => times[stage][visit.type] / 60;
  const own = standingsOf(lines).get(visit.id)?.estimateMinutes ?? 0;
  const after = stages.slice(at + 1).reduce((sum, stage) => sum + waitAtEnd(lines[stage]) + service(stage), 0);
  return Math.ceil(own + service(visit.stage) + after);
}
