import { Refusal } from '@server/platform/refusal';
import type { Visit } from './visit.entity';

export const stateChanged = () => new Refusal('STATE_CHANGED', 'conflict');

/** Refuses when the client has seen another version than the one that is there now. */
export function requireVersion(visit: Visit, version: number | undefined): Visit {
  if (version !== undefined && version !== visit.version) throw stateChanged();
  return visit;
}
