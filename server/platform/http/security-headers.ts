import type { Context, Middleware } from 'koa';
import type { App } from '../app';

/** The page loads nothing from elsewhere but the bridge of 浙里办, sends files to the object store, and nobody may frame it. */
const policyFor = (uploadOrigin: string | undefined): string =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self' https://assets.zjzwfw.gov.cn",
    "font-src 'self' data:",
    ["connect-src 'self' https://mapi.zjzwfw.gov.cn", ...(uploadOrigin === undefined ? [] : [uploadOrigin])].join(' '),
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');

/** An answer of an operation is data: should a browser take it for a page all the same, that page can do nothing. */
export function dataOnly({ res }: Context): void {
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  res.setHeader('x-content-type-options', 'nosniff');
}

export const securityHeaders = (app: App): Middleware => {
  const policy = policyFor(app.adapters.objectStorage.uploadOrigin);
  return async (ctx, next) => {
    ctx.set('content-security-policy', policy);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
    await next();
  };
};
