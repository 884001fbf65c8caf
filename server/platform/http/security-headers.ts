import type { Middleware } from 'koa';

/** The page loads nothing from elsewhere but the bridge of 浙里办, and nobody may frame it. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' https://assets.zjzwfw.gov.cn",
  "font-src 'self' data:",
  "connect-src 'self' https://mapi.zjzwfw.gov.cn",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

export const securityHeaders: Middleware = async (ctx, next) => {
  ctx.set('content-security-policy', policy);
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('referrer-policy', 'no-referrer');
  ctx.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
  await next();
};
