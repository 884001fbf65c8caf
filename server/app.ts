import type { Server } from 'node:http';
import Koa from 'koa';
import { endpoints } from '@contract/index';
import type { Adapters } from '@server/adapters';
import { features } from '@server/features';
import type { App } from '@server/platform/app';
import type { Clock } from '@server/platform/clock';
import type { Config } from '@server/platform/config';
import { createCrypto } from '@server/platform/crypto/key-ring';
import { openDatabase } from '@server/platform/db/database';
import { migrate } from '@server/platform/db/migrate';
import { createEvents } from '@server/platform/events';
import { answers } from '@server/platform/http/answers';
import { apiDocs } from '@server/platform/http/api-docs';
import { fileLinks } from '@server/platform/http/file-links';
import { healthRouter } from '@server/platform/http/health';
import { openApi } from '@server/platform/http/openapi';
import { operations } from '@server/platform/http/operations';
import { securityHeaders } from '@server/platform/http/security-headers';
import { signedAnswers } from '@server/platform/http/signed-answers';
import { endOfflinePages } from '@server/platform/http/end-offline-pages';
import { staticFiles } from '@server/platform/http/static-files';
import type { Log } from '@server/platform/log';
import { receiveUploads } from '@server/platform/files/receive-upload';
import { signedFiles } from '@server/platform/files/signed-file';
import { createMetrics } from '@server/platform/metrics';
import { createJobs } from '@server/platform/outbox/jobs';
import { createPushSignal } from '@server/platform/push-signal';
import { attachPush, type Push } from '@server/platform/push';
import { createRateLimit } from '@server/platform/rate-limit';
import { platformTables } from '@server/platform/stored';

const stored = [platformTables, ...features];

/** Opens the database, migrates it, and lets every feature subscribe. Used by server, worker, command line and tests alike. */
export async function createApp(config: Config, parts: { clock: Clock; log: Log; adapters: Adapters }): Promise<App> {
  const db = await openDatabase(
    config.database,
    stored.flatMap(feature => [...(feature.entities ?? [])]),
    stored.flatMap(feature => [...(feature.migrations ?? [])]),
  );
  await migrate(db);
  const app: App = {
    config,
    db,
    ...parts,
    crypto: createCrypto(config.keys),
    events: createEvents(),
    jobs: createJobs(),
    metrics: createMetrics(),
    push: createPushSignal(),
  };
  for (const feature of features) feature.start?.(app);
  return app;
}

/** The middleware list: one screen, in the order in which a request meets them. */
export function createHttp(app: App, options: { isStopping: () => boolean }): Koa {
  // The balancer appends the address that it sees; whatever stands before it was written by the caller.
  const koa = new Koa({ proxy: app.config.mode === 'production', maxIpsCount: 1 });
  // What goes wrong after the answer has begun, such as a phone that leaves the tunnel: one line, no stack on stderr.
  koa.on('error', (error: Error) => app.log.warn('connection.broken', { note: error.name }));
  koa.use(signedAnswers);
  koa.use(answers(app));
  const rateLimit = createRateLimit(app.clock);
  // First of those that answer: nearly all requests are for it, and it finds its own by one look-up.
  koa.use(operations(app, features, rateLimit));
  koa.use(securityHeaders(app));
  koa.use(healthRouter(app, options.isStopping).routes());
  koa.use(apiDocs(openApi(endpoints)));
  koa.use(signedFiles(app));
  koa.use(receiveUploads(app, rateLimit));
  koa.use(fileLinks(app, features));
  koa.use(endOfflinePages(app.config.offlinePages));
  koa.use(staticFiles(app.config.webRoot));
  return koa;
}

/** The push connections of the features, on the same port. */
export function servePush(app: App, server: Server): Push {
  const [feed, second] = features.flatMap(feature => feature.push ?? []);
  if (!feed || second) throw new Error('one feature pushes: two would share the path of one server');
  return attachPush(server, app, feed);
}
