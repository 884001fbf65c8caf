import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'route' | 'status'>;
  readonly refusals: Counter<'route' | 'code'>;
  readonly defects: Counter<'route'>;
  readonly outboxPending: Gauge;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by operation and status',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    refusals: new Counter({
      name: 'refusals_total',
      help: 'Refused requests by operation and code',
      labelNames: ['route', 'code'],
      registers,
    }),
    defects: new Counter({
      name: 'defects_total',
      help: 'Requests that failed for a reason of ours: alert on any',
      labelNames: ['route'],
      registers,
    }),
    outboxPending: new Gauge({ name: 'outbox_pending', help: 'Messages waiting to be sent', registers }),
  };
}
