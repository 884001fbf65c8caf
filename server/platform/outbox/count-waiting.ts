import type { App } from '../app';
import { OutboxMessage } from './outbox-message.entity';

/** Work that should have been done by now: due, in hand, or tried in vain. What is planned for later is not waiting. */
export const countWaiting = (app: App): Promise<number> =>
  app.db.read(em =>
    em
      .createQueryBuilder(OutboxMessage, 'message')
      .where('message.state IN (:...states)', { states: ['pending', 'taken'] })
      .andWhere('(message.dueAt <= :now OR message.attempts > 0)', { now: app.clock.now() })
      .getCount(),
  );
