import type { Context, Middleware, Next } from 'koa';
import type { App } from '../app';
import { newId } from '../ids';
import { stackOf } from '../log';
import { Refusal } from '../refusal';

const givenRequestId = (ctx: Context) =>
  /^[\w-]{8,64}$/.test(ctx.get('x-request-id')) ? ctx.get('x-request-id') : newId();

/** Request id, timing, one log line, and every thrown thing turned into `{ code, details, requestId }`. */
export function answers(app: App): Middleware {
  return async (ctx: Context, next: Next) => {
    const started = performance.now();
    const requestId = givenRequestId(ctx);
    ctx.state.requestId = requestId;
    ctx.set('x-request-id', requestId);
    let stack: string | undefined;
    let code: string | undefined;
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new Refusal('NOT_FOUND', 'not_found');
    } catch (error) {
      const refusal = error instanceof Refusal ? error : undefined;
      if (!refusal) {
        stack = stackOf(error);
        app.metrics.defects.inc({ route: String(ctx.state.route ?? 'none') });
      } else app.metrics.refusals.inc({ route: String(ctx.state.route ?? 'none'), code: refusal.code });
      code = refusal?.code ?? 'DEFECT';
      ctx.status = refusal?.status ?? 500;
      ctx.body = { code, details: refusal?.details ?? {}, requestId };
      ctx.set('cache-control', 'no-store');
    }
    const milliseconds = Math.round(performance.now() - started);
    const route = String(ctx.state.route ?? 'static');
    app.metrics.requests.observe({ route, status: String(ctx.status) }, milliseconds / 1000);
    const fields = {
      requestId,
      route,
      role: ctx.state.role as string | undefined,
      status: ctx.status,
      code,
      milliseconds,
    };
    if (stack) app.log.error('defect', { ...fields, stack: stack.split('\n').slice(0, 12).join(' | ') });
    else if (route !== 'static') app.log.info('request', fields);
  };
}
