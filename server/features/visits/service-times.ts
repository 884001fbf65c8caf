import type { IntervalType } from '@rules/interval';
import { restMinutes, stages, type Stage } from './visit-moves';

/** Seconds that one donor takes at a stage, by what is given. */
export type ServiceTimes = Readonly<Record<Stage, Readonly<Record<IntervalType, number>>>>;

const minutes = (wholeBlood: number, platelets = wholeBlood) => ({
  whole_blood: wholeBlood * 60,
  platelets: platelets * 60,
});

/** Until a site has served somebody. */
const fallback: ServiceTimes = {
  register: minutes(3),
  interview: minutes(5),
  test: minutes(5),
  draw: minutes(10, 60),
  rest: minutes(restMinutes),
};

export interface Measured {
  readonly stage: Stage;
  readonly type: IntervalType;
  readonly served: number;
  readonly meanSeconds: number;
}

/** The mean of the last twenty or so; the first one already counts more than a guess. */
export function learn(before: Pick<Measured, 'served' | 'meanSeconds'>, seconds: number) {
  const weight = Math.max(0.05, 1 / (before.served + 1));
  return {
    served: before.served + 1,
    meanSeconds: Math.round(before.meanSeconds + (seconds - before.meanSeconds) * weight),
  };
}

export function serviceTimes(measured: readonly Measured[]): ServiceTimes {
  const of = (stage: Stage, type: IntervalType): number =>
    measured.find(row => row.stage === stage && row.type === type)?.meanSeconds ?? fallback[stage][type];
  const both = (stage: Stage) => ({ whole_blood: of(stage, 'whole_blood'), platelets: of(stage, 'platelets') });
  return {
    register: both('register'),
    interview: both('interview'),
    test: both('test'),
    draw: both('draw'),
    rest: both('rest'),
  };
}

/** For whole blood, in minutes, as the staff see it. */
export const serviceMinutes = (times: ServiceTimes): Record<Stage, number> => {
  const of = (stage: Stage) => Math.max(1, Math.round(times[stage].whole_blood / 60));
  const [register, interview, test, draw, rest] = stages.map(of) as [number, number, number, number, number];
  return { register, interview, test, draw, rest };
};
