import { CreatePlatform1763769601000 } from '@server/migrations/20261122-001-create-platform';
import { AuditLine } from './audit/audit-line.entity';
import type { Feature } from './feature';
import { OutboxMessage } from './outbox/outbox-message.entity';
import { IdempotentResult } from './route/idempotency.entity';

/** Tables of the platform itself, in the form in which features name theirs. */
export const platformTables: Feature = {
  name: 'platform',
  entities: [AuditLine, OutboxMessage, IdempotentResult],
  migrations: [CreatePlatform1763769601000],
};
