import { In, LessThan, type FindOptionsWhere } from 'typeorm';
import type { App } from '../app';
import { plusSeconds } from '../clock';
import { IdempotentResult } from '../route/idempotency.entity';
import { OutboxMessage } from './outbox-message.entity';

const day = 24 * 3600;
/** Seconds. A client that repeats a request later than this does a new one. */
const resultsKept = 7 * day;
/** Seconds. Longer than any event that could name the same work again. */
const doneWorkKept = 30 * day;
/** Rows of one transaction: short, so that nobody waits for the cleaning. */
const batch = 500;

interface Stored {
  id: string;
}

/** Deletes rows that nobody asks for any more, some at a time. Any number of workers may do it at once. */
export async function deleteOld<Row extends Stored>(
  app: App,
  entity: new () => Row,
  where: FindOptionsWhere<Row>,
): Promise<void> {
  for (;;) {
    const found = await app.db.read(em =>
      em.createQueryBuilder(entity, 'row').select('row.id', 'id').where(where).limit(batch).getRawMany<Stored>(),
    );
    const ids = found.map(({ id }) => id);
    if (ids.length > 0)
      await app.db.transaction(em =>
        em
          .createQueryBuilder()
          .delete()
          .from(entity)
          .where({ id: In(ids) })
          .execute(),
      );
    if (ids.length < batch) return;
  }
}

/** Rows of the platform that have served: answers kept for repeated requests, work that is done. What failed stays for a person. */
export async function purge(app: App): Promise<void> {
  const now = app.clock.now();
  await deleteOld(app, IdempotentResult, { createdAt: LessThan(plusSeconds(now, -resultsKept)) });
  await deleteOld(app, OutboxMessage, { state: 'done', dueAt: LessThan(plusSeconds(now, -doneWorkKept)) });
  for (const clean of app.jobs.cleaners()) await clean(app);
}
