import { v7 } from 'uuid';

/** UUIDv7: sorts by time of making, so rows land at the end of the primary index. */
export const newId = (): string => v7();
