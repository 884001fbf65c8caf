import type { Adapters } from '@server/adapters';
import type { Clock } from './clock';
import type { Config } from './config';
import type { Crypto } from './crypto/key-ring';
import type { Database } from './db/database';
import type { Events } from './events';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { Jobs } from './outbox/jobs';
import type { PushSignal } from './push-signal';

/** Everything that lives as long as the process. Passed, never imported. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly crypto: Crypto;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly adapters: Adapters;
  /** Tells the push of this process to look. */
  readonly push: PushSignal;
}
