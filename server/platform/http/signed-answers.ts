import type { Context, Middleware, Next } from 'koa';
import type { SignAnswer } from '../feature';

/** Outside the middleware that makes refusals into answers: what is signed are the bytes that leave. */
export const signedAnswers: Middleware = async (ctx: Context, next: Next) => {
  await next();
  const sign = ctx.state.signAnswer as SignAnswer | undefined;
  if (!sign) return;
  const body = JSON.stringify(ctx.body);
  ctx.body = body;
  ctx.type = 'application/json; charset=utf-8';
  ctx.set({ ...sign(ctx.status, body) });
};
