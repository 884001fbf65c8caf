import type { Context, Middleware } from 'koa';
import { actorKey, anonymous, type Actor } from '../actor';
import type { App } from '../app';
import { writeAuditLine } from '../audit/write-audit-line';
import type { Credentials, Feature } from '../feature';
import type { RateLimit } from '../rate-limit';
import { Refusal, common } from '../refusal';
import { requestScope } from '../route/request-scope';
import type { Route } from '../route/route';
import { dataOnly } from './security-headers';

/** Calls a minute for one caller over all operations: far above what a page needs. */
const generalPerMinute = 600;
const maxBodyBytes = 2 * 1024 * 1024;

/** By events: an iterator over the request takes longer than the parsing of the body. */
const readBody = ({ req }: Context): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBodyBytes) return;
      req.off('data', take);
      reject(common('INVALID_INPUT', 'bad_input', { fields: [{ field: 'body', reason: 'too_large' }] }));
    };
    req.on('data', take);
    req.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    // Also when the caller leaves in the middle.
    req.once('error', reject);
  });

function rawInputOf(ctx: Context, body: string): unknown {
  if (ctx.method === 'GET')
    return Object.fromEntries(
      Object.entries(ctx.query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
    );
  if (body === '') return {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw common('INVALID_INPUT', 'bad_input', { fields: [{ field: 'body', reason: 'not_json' }] });
  }
}

async function identify(app: App, features: readonly Feature[], credentials: Credentials): Promise<Actor> {
  for (const feature of features) {
    const actor = await feature.authenticate?.(app, credentials);
    if (actor) return actor;
  }
  return anonymous;
}

const idempotencyOf = (ctx: Context, route: Route, body: string) => {
  const key = ctx.get('idempotency-key');
  if (route.endpoint.method !== 'POST' || key === '') return undefined;
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw common('INVALID_INPUT', 'bad_input', { fields: [{ field: 'Idempotency-Key', reason: 'wrong_format' }] });
  return { key, operation: route.endpoint.name, body };
};

/** Reads of one's own record leave no line; reads by staff, machines and helpers do, and so does every refusal for a known caller. */
const leavesLine = (route: Route, actor: Actor, outcome: string) =>
  outcome !== 'done'
    ? actor.role !== 'anonymous' || route.endpoint.method === 'POST'
    : route.endpoint.method === 'GET' &&
      (actor.assistedBy !== undefined || !['anonymous', 'visitor', 'citizen'].includes(actor.role));

/** No operation has a parameter in its path, so that one look-up finds it among all of them. */
export function operations(app: App, features: readonly Feature[], rateLimit: RateLimit): Middleware {
  const handlers = new Map<string, (ctx: Context) => Promise<void>>();
  for (const route of features.flatMap(feature => feature.routes ?? [])) {
    const { endpoint } = route;
    const handle = async (ctx: Context) => {
      ctx.state.route = route.loggedAs ?? endpoint.name;
      dataOnly(ctx);
      const body = ctx.method === 'POST' ? await readBody(ctx) : '';
      let actor = anonymous;
      let subjectId: () => string | undefined = () => undefined;
      const requestId = ctx.state.requestId as string;
      const line = async (outcome: string) => {
        if (!leavesLine(route, actor, outcome)) return;
        await app.db.transaction(em =>
          writeAuditLine(app, em, { action: route.audit, actor, subjectId: subjectId(), outcome, requestId }),
        );
      };
      // A flood must cost no row: what the limit stops is counted in the metrics and nowhere else.
      let flooded = false;
      const limit = (key: string, perMinute: number) => {
        const wait = app.config.rateLimit ? rateLimit.take(key, perMinute) : 0;
        flooded = wait > 0;
        if (flooded) throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: wait });
      };
      try {
        const credentials: Credentials = {
          method: ctx.method,
          path: ctx.originalUrl,
          rawBody: body,
          header: name => ctx.get(name),
          signAnswer: sign => {
            ctx.state.signAnswer = sign;
          },
        };
        try {
          actor = await identify(app, features, credentials);
        } catch (error) {
          // Guessed tokens and signatures cost a look-up each, so the address that sends them is limited as anybody.
          limit(`all ${ctx.ip}`, generalPerMinute);
          throw error;
        }
        ctx.state.role = actor.role;
        const caller = actor.role === 'anonymous' ? ctx.ip : actorKey(actor);
        limit(`all ${caller}`, generalPerMinute);
        if (route.perMinute) limit(`${endpoint.name} ${caller}`, route.perMinute);
        const origin = requestScope({
          app,
          actor,
          requestId,
          audit: route.audit,
          idempotency: idempotencyOf(ctx, route, body),
        });
        subjectId = origin.subjectId;
        ctx.body = await route.answer(origin.scope, rawInputOf(ctx, body));
        ctx.set('cache-control', 'no-store');
        await line('done');
      } catch (error) {
        if (!flooded) await line(error instanceof Refusal ? error.code : 'DEFECT');
        throw error;
      }
    };
    handlers.set(`${endpoint.method} ${endpoint.path}`, handle);
  }
  return (ctx, next) => handlers.get(`${ctx.method} ${ctx.path}`)?.(ctx) ?? next();
}
