import type { EntityManager } from 'typeorm';
import type { App } from '../app';
import { isUniqueViolation } from '../db/errors';
import { findRow, insertRow, updateRows } from '../db/rows';
import { newId } from '../ids';
import { common } from '../refusal';
import { IdempotentResult } from './idempotency.entity';

export interface RequestKey {
  readonly key: string;
  readonly bodyHash: string;
}

interface Replay {
  readonly value: unknown;
}

const readResult = (app: App, row: IdempotentResult): Replay => ({
  value: (JSON.parse(app.crypto.open('secret', row.result)) as { value?: unknown }).value,
});

async function findEarlier(app: App, request: RequestKey): Promise<Replay | undefined> {
  const row = await app.db.read(em => findRow(em, IdempotentResult, { requestKey: request.key }));
  if (!row) return undefined;
  if (row.bodyHash !== request.bodyHash) throw common('IDEMPOTENCY_MISMATCH', 'conflict');
  return readResult(app, row);
}

/**
 * Runs `work` in a transaction that also stores its result under the key, so that effect and answer commit together:
 * a repeated request, also one that overtakes or follows a crash, gets the same answer and nothing happens twice.
 */
export async function onceOnly<T>(
  app: App,
  request: RequestKey | undefined,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  if (!request) return app.db.transaction(work);
  const earlier = await findEarlier(app, request);
  if (earlier) return earlier.value as T;
  try {
    return await app.db.transaction(async em => {
      const id = newId();
      // First, so that a twin of this request waits here for the outcome instead of doing the work again.
      await insertRow(em, IdempotentResult, {
        id,
        requestKey: request.key,
        bodyHash: request.bodyHash,
        result: '',
        createdAt: app.clock.now(),
      });
      const value = await work(em);
      await updateRows(em, IdempotentResult, { id }, { result: app.crypto.seal('secret', JSON.stringify({ value })) });
      return value;
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'request_key') && !isUniqueViolation(error, 'ux_idempotent_key')) throw error;
    const twin = await findEarlier(app, request);
    if (!twin) throw error;
    return twin.value as T;
  }
}
