import { isUniqueViolation } from '@server/platform/db/errors';
import { common } from '@server/platform/refusal';

/** Two at once by the same person: the second comes again and finds the first. */
export async function once<T>(work: Promise<T>, index: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // SQLite names columns instead of the index, and lets nobody in beside the first.
    if (isUniqueViolation(error, index)) throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: 1 });
    throw error;
  }
}
