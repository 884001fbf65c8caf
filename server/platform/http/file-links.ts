import type { Context, Middleware, Next } from 'koa';
import type { App } from '../app';
import type { Feature } from '../feature';
import { notFound } from '../refusal';

export interface LinkedFile {
  /** Media type with its charset. */
  readonly type: string;
  readonly name: string;
  readonly body: string | Buffer;
}

/** A file that a phone opens outside the app, without a session: a token in the link, signed and short-lived, says which. */
export interface FileLink {
  readonly path: `/files/${string}`;
  /** Undefined when the token is not valid (any more): the same answer as for a path that does not exist. */
  open(app: App, token: string): Promise<LinkedFile | undefined>;
}

export function fileLinks(app: App, features: readonly Feature[]): Middleware {
  const links = new Map(features.flatMap(feature => feature.files ?? []).map(link => [link.path as string, link]));
  return async (ctx: Context, next: Next) => {
    const link = links.get(ctx.path);
    if (!link || ctx.method !== 'GET') return next();
    ctx.state.route = `file ${link.path}`;
    const { token } = ctx.query;
    const file = typeof token === 'string' ? await link.open(app, token) : undefined;
    if (!file) throw notFound();
    ctx.set('cache-control', 'no-store');
    ctx.attachment(file.name);
    ctx.type = file.type;
    ctx.body = file.body;
  };
}
