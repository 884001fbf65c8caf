import { turnOf, type Waiting } from './queue-order';
import { canUndo, movePlace, type Move, type Place } from './visit-moves';
import type { VisitEvent } from './visit-event.entity';

/** One kept move, read. */
export type KeptMove = Pick<VisitEvent, 'seq' | 'at' | 'move' | 'before' | 'after'>;

const same = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The place of a visit, computed anew from its moves: each must follow the one before it and be what the table makes of it.
 * Throws with the number of the first that is not.
 */
export function rebuildVisit(visit: Omit<Waiting, 'turnAt'>, kept: readonly KeptMove[]): Place {
  const moves = [...kept].sort((a, b) => a.seq - b.seq);
  const places: Place[] = [];
  for (const [n, { seq, at, move, before, after }] of moves.entries()) {
    const wrong = () => new Error(`move ${seq} (${move}) does not follow`);
    const now = JSON.parse(after) as Place;
    const last = places.at(-1);
    if (seq !== n + 1 || (move === 'arrive') !== (last === undefined)) throw wrong();
    if (last) {
      if (before === null || !same(JSON.parse(before) as Place, last)) throw wrong();
      const turn = turnOf({ ...visit, turnAt: last.turnAt });
      const given = { now: at, turn, desk: now.desk ?? undefined };
      const computed =
        move === 'undo'
          ? canUndo(moves[n - 1]?.move ?? '')
            ? places.at(-2)
            : undefined
          : movePlace(last, move as Move, { ...given, stage: now.stage });
      const byDesk = move === 'transfer' ? movePlace(last, 'transfer', given) : undefined;
      if (![computed, byDesk].some(place => place !== undefined && same(place, now))) throw wrong();
    }
    places.push(now);
  }
  const place = places.at(-1);
  if (!place) throw new Error('a visit begins with its arrival');
  return place;
}
