import type { Instant } from '@rules/calendar';

export const stages = ['register', 'interview', 'test', 'draw', 'rest'] as const;
export type Stage = (typeof stages)[number];
export type State = 'waiting' | 'called' | 'held' | 'donating' | 'resting' | 'done' | 'left' | 'deferred';
export const endedStates: readonly State[] = ['done', 'left', 'deferred'];
export const openStates: readonly State[] = ['waiting', 'called', 'held', 'donating', 'resting'];

/** Where a visit is. All that a move changes, and all that its event keeps. */
export interface Place {
  readonly stage: Stage;
  readonly state: State;
  readonly desk: string | null;
  readonly calledAt: Instant | null;
  readonly stageSince: Instant;
  readonly turnAt: Instant | null;
  readonly skips: number;
  readonly restUntil: Instant | null;
}

export type Move =
  | 'call'
  | 'recall'
  | 'skip'
  | 'transfer'
  | 'hold'
  | 'resume'
  | 'finish'
  | 'begin'
  | 'record'
  | 'release'
  | 'leave'
  | 'defer';

interface Given {
  readonly now: Instant;
  /** By when the donor was to be called (`turnOf`): who is skipped goes behind it. */
  readonly turn: Instant;
  readonly stage?: Stage;
  readonly desk?: string;
}

/** Minutes by which somebody who did not come when called goes back. */
const skipMinutes = 10;
/** Minutes that a donor rests before leaving. */
export const restMinutes = 15;
/** Minutes within which the last move can be taken back. */
export const undoMinutes = 5;

const later = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const following: Readonly<Partial<Record<Stage, Stage>>> = { register: 'interview', interview: 'test', test: 'draw' };
const inQueue = (place: Place, stage: Stage, now: Instant): Place => ({
  ...place,
  stage,
  state: 'waiting',
  desk: null,
  calledAt: null,
  stageSince: now,
});

interface Row {
  readonly from: readonly State[];
  readonly undo: boolean;
  /** Undefined: not from this place, or something that it needs is missing. */
  to(place: Place, given: Given): Place | undefined;
}

/** Every move: from where, to where, and whether the desk may take it back. */
const table: Readonly<Record<Move, Row>> = {
  call: {
    ...{ from: ['waiting'], undo: true },
    to: (place, { now, desk }) =>
      desk === undefined ? undefined : { ...place, state: 'called', desk, calledAt: now, stageSince: now },
  },
  recall: { ...{ from: ['called'], undo: false }, to: (place, { now }) => ({ ...place, calledAt: now }) },
  skip: {
    ...{ from: ['called'], undo: true },
    to: (place, { now, turn }) => ({
      ...inQueue(place, place.stage, now),
      turnAt: later(turn > now ? turn : now, skipMinutes),
      skips: place.skips + 1,
    }),
  },
  // To a stage: its queue, with the turn as it was. To a desk: called there, nobody waits again for it.
  transfer: {
    ...{ from: ['waiting', 'called', 'held'], undo: true },
    to: (place, { now, stage, desk }) => {
      if (stage !== undefined) return stage === 'rest' ? undefined : inQueue(place, stage, now);
      return desk === undefined || place.state !== 'called' ? undefined : { ...place, desk, calledAt: now };
    },
  },
  hold: {
    ...{ from: ['waiting', 'called'], undo: true },
    to: place => ({ ...place, state: 'held', desk: null, calledAt: null }),
  },
  resume: { ...{ from: ['held'], undo: true }, to: (place, { now }) => inQueue(place, place.stage, now) },
  finish: {
    ...{ from: ['called'], undo: true },
    to: (place, { now }) => {
      const next = following[place.stage];
      return next && { ...inQueue(place, next, now), turnAt: null, skips: 0 };
    },
  },
  // From every stage: in a vehicle one desk does everything.
  begin: {
    ...{ from: ['called'], undo: false },
    to: (place, { now }) => ({ ...place, stage: 'draw', state: 'donating', stageSince: now }),
  },
  record: {
    ...{ from: ['called', 'donating'], undo: false },
    to: (place, { now }) => ({
      ...place,
      stage: 'rest',
      state: 'resting',
      desk: null,
      calledAt: null,
      stageSince: now,
      restUntil: later(now, restMinutes),
    }),
  },
  release: { ...{ from: ['resting'], undo: false }, to: place => ({ ...place, state: 'done' }) },
  leave: {
    ...{ from: ['waiting', 'called', 'held'], undo: false },
    to: place => ({ ...place, state: 'left', desk: null }),
  },
  defer: {
    ...{ from: ['waiting', 'called', 'held', 'donating'], undo: false },
    to: place => ({ ...place, state: 'deferred', desk: null }),
  },
};

export const movesFrom = (state: State): Move[] =>
  (Object.keys(table) as Move[]).filter(move => table[move].from.includes(state));
export const canUndo = (move: string): boolean => move in table && table[move as Move].undo;

/** The place after the move, or undefined when the move does not start from here. */
export const movePlace = (place: Place, move: Move, given: Given): Place | undefined =>
  table[move].from.includes(place.state) ? table[move].to(place, given) : undefined;
