import Router from '@koa/router';
import type { App } from '../app';
import { countWaiting } from '../outbox/count-waiting';

/** `/healthz`: the process lives. `/readyz`: it can serve; 503 while it starts, stops or has no database. `/metrics`: Prometheus. */
export function healthRouter(app: App, isStopping: () => boolean): Router {
  const router = new Router();
  router.get('/healthz', ctx => {
    ctx.body = { status: 'alive' };
  });
  router.get('/readyz', async ctx => {
    const database = await app.db
      .read(em => em.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );
    const ready = database && !isStopping();
    ctx.status = ready ? 200 : 503;
    ctx.body = { status: ready ? 'ready' : 'not ready', database, stopping: isStopping() };
  });
  router.get('/metrics', async ctx => {
    // Without a database the other numbers are wanted all the more.
    await countWaiting(app).then(
      waiting => app.metrics.outboxPending.set(waiting),
      () => undefined,
    );
    ctx.type = app.metrics.registry.contentType;
    ctx.body = await app.metrics.registry.metrics();
  });
  return router;
}
