import { statSync } from 'node:fs';
import path from 'node:path';
import { send } from '@koa/send';
import type { Middleware } from 'koa';

/** Serves the h5 build. Files with a hash in the name never change; the page itself is always asked for anew. */
export function staticFiles(root: string): Middleware {
  return async (ctx, next) => {
    const readable = (ctx.method === 'GET' || ctx.method === 'HEAD') && !ctx.path.startsWith('/api/');
    const file = ctx.path === '/' ? '/index.html' : ctx.path;
    const inside = path.join(root, path.normalize(file));
    if (!readable || !inside.startsWith(root) || !statSync(inside, { throwIfNoEntry: false })?.isFile()) return next();
    const hashed = /\.[0-9a-f]{8,}\.\w+$/.test(file);
    ctx.set('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    await send(ctx, file, { root });
  };
}
