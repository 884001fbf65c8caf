import * as fc from 'fast-check';
import { canUndo, endedStates, movePlace, movesFrom, openStates, stages, type Move, type Place } from './visit-moves';

const now = '2026-03-05T02:00:00.000Z';
const turn = '2026-03-05T01:30:00.000Z';
const place = (given: Partial<Place> = {}): Place => ({
  stage: 'register',
  state: 'waiting',
  desk: null,
  calledAt: null,
  stageSince: '2026-03-05T01:00:00.000Z',
  turnAt: null,
  skips: 0,
  restUntil: null,
  ...given,
});
const called = (stage: Place['stage'] = 'register') =>
  place({ stage, state: 'called', desk: '登记台', calledAt: '2026-03-05T01:30:00.000Z' });

describe('the table of moves', () => {
  it.each([
    ['waiting', ['call', 'transfer', 'hold', 'leave', 'defer']],
    ['called', ['recall', 'skip', 'transfer', 'hold', 'finish', 'begin', 'record', 'leave', 'defer']],
    ['held', ['transfer', 'resume', 'leave', 'defer']],
    ['donating', ['record', 'defer']],
    ['resting', ['release']],
    ['done', []],
    ['left', []],
    ['deferred', []],
  ] as const)('from %s allows exactly %j', (state, moves) => {
    expect(movesFrom(state)).toEqual(moves);
  });

  it.each([
    ['call', place(), { desk: '登记台' }, { state: 'called', desk: '登记台', calledAt: now, stageSince: now }],
    ['recall', called(), {}, { state: 'called', desk: '登记台', calledAt: now }],
    [
      'skip',
      called('test'),
      {},
      { stage: 'test', state: 'waiting', desk: null, turnAt: '2026-03-05T02:10:00.000Z', skips: 1 },
    ],
    ['finish', called('register'), {}, { stage: 'interview', state: 'waiting', desk: null, stageSince: now }],
    ['finish', called('interview'), {}, { stage: 'test', state: 'waiting' }],
    ['finish', called('test'), {}, { stage: 'draw', state: 'waiting' }],
    ['transfer', called('draw'), { stage: 'test' }, { stage: 'test', state: 'waiting', desk: null }],
    [
      'transfer',
      called('draw'),
      { desk: '2 号采血椅' },
      { stage: 'draw', state: 'called', desk: '2 号采血椅', calledAt: now },
    ],
    ['hold', called(), {}, { state: 'held', desk: null }],
    ['resume', place({ state: 'held' }), {}, { state: 'waiting', stage: 'register' }],
    ['begin', called('draw'), {}, { stage: 'draw', state: 'donating', desk: '登记台' }],
    ['record', called('register'), {}, { stage: 'rest', state: 'resting', restUntil: '2026-03-05T02:15:00.000Z' }],
    ['release', place({ stage: 'rest', state: 'resting' }), {}, { state: 'done' }],
    ['leave', called(), {}, { state: 'left', desk: null }],
    ['defer', place({ stage: 'draw', state: 'donating' }), {}, { state: 'deferred' }],
  ] as const)('%s from %j with %j', (move, from, given, to) => {
    expect(movePlace(from, move, { now, turn, ...given })).toMatchObject(to);
  });

  it.each([
    ['call', place(), {}, 'without a desk'],
    ['finish', called('draw'), {}, 'at the draw, which ends with a donation or without'],
    ['transfer', called(), { stage: 'rest' }, 'to the rest'],
    ['transfer', place(), { desk: '登记台' }, 'to a desk for somebody who was not called'],
  ] as const)('refuses %s of %j with %j: %s', (move, from, given, _why) => {
    expect(movePlace(from, move, { now, turn, ...given })).toBeUndefined();
  });

  it('sends somebody who is called before the turn and does not come behind that turn', () => {
    const early = { now, turn: '2026-03-05T02:20:00.000Z' };
    expect(movePlace(called(), 'skip', early)?.turnAt).toBe('2026-03-05T02:30:00.000Z');
  });

  it('keeps the turn of somebody who is sent to another stage or comes back', () => {
    const held = place({ state: 'held', turnAt: '2026-03-05T01:40:00.000Z' });
    expect(movePlace(held, 'resume', { now, turn })?.turnAt).toBe(held.turnAt);
    expect(movePlace(held, 'transfer', { now, turn, stage: 'draw' })?.turnAt).toBe(held.turnAt);
  });

  const moves: Move[] = [...new Set([...openStates, ...endedStates].flatMap(movesFrom))];

  it('never leads out of an end, and only a recorded donation leads to done', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...moves), fc.constantFrom(...stages)), { maxLength: 30 }),
        steps => {
          let at = place();
          let recorded = false;
          for (const [move, stage] of steps) {
            const next = movePlace(at, move, { now, turn, desk: '登记台', ...(move === 'transfer' && { stage }) });
            if (!next) continue;
            expect(endedStates).not.toContain(at.state);
            recorded ||= move === 'record';
            at = next;
          }
          expect(at.state === 'done' && !recorded).toBe(false);
          expect(at.desk !== null).toBe(at.state === 'called' || at.state === 'donating');
        },
      ),
    );
  });

  it('lets a desk take back what writes nothing else', () => {
    expect(moves.filter(canUndo).sort()).toEqual(['call', 'finish', 'hold', 'resume', 'skip', 'transfer']);
  });
});
