import { v7 } from 'uuid';

/** UUIDv7: sorts by time of making, so rows land at the end of the primary index. */
export const newId = (): string => v7();

/** The id of something that happened then and is told now: it stands in its place in time. */
export const idAt = (instant: string): string => v7({ msecs: Date.parse(instant) });
