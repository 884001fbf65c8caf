import path from 'node:path';
import { send } from '@koa/send';
import type { Middleware } from 'koa';

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接口说明</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api-docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api-docs/swagger-ui-bundle.js"></script><script src="/api-docs/start.js"></script></body></html>`;
const start = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', docExpansion: 'list', validatorUrl: null });`;
const assets = new Set(['swagger-ui.css', 'swagger-ui-bundle.js']);

/** `/openapi.json`, and `/api-docs`, the page that shows it. */
export function apiDocs(document: object): Middleware {
  const root = path.dirname(require.resolve('swagger-ui-dist/package.json'));
  return async (ctx, next) => {
    if (ctx.method !== 'GET') return next();
    const asset = ctx.path.startsWith('/api-docs/') ? ctx.path.slice('/api-docs/'.length) : '';
    if (ctx.path === '/openapi.json') ctx.body = document;
    else if (ctx.path === '/api-docs') {
      ctx.type = 'html';
      ctx.body = page;
    } else if (asset === 'start.js') {
      ctx.type = 'text/javascript';
      ctx.body = start;
    } else if (assets.has(asset)) await send(ctx, asset, { root });
    else return next();
  };
}
