import { timingSafeEqual } from 'node:crypto';
import type { Middleware } from 'koa';
import type { App } from '../app';
import { plusSeconds } from '../clock';
import type { Purpose } from '../crypto/key-ring';
import { Refusal } from '../refusal';

/** A stored file that somebody may fetch for a short while. */
export interface FileTicket {
  readonly key: string;
  readonly contentType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly fileName: string;
  /** With which key the bytes in the store are sealed; null when they lie open. */
  readonly sealedFor: Purpose | null;
}

/** Seconds: long enough for a slow phone to begin, too short to be passed on. */
const lifetime = 120;
const path = '/api/files';

interface Payload extends FileTicket {
  readonly expiresAt: string;
}

/** An address that works without a session, for hosts that open a document by its address. It names no person. */
export function fileAddress(app: App, ticket: FileTicket): { url: string; expiresAt: string } {
  const expiresAt = plusSeconds(app.clock.now(), lifetime);
  const payload: Payload = { ...ticket, expiresAt };
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return { url: `${path}?ticket=${text}.${app.crypto.fingerprint('file', text)}`, expiresAt };
}

/** By bytes: what comes from an address need not be of characters of one byte. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function readTicket(app: App, ticket: string): Payload {
  const [text = '', signature = ''] = ticket.split('.');
  const refused = new Refusal('NOT_FOUND', 'not_found');
  if (!same(signature, app.crypto.fingerprint('file', text))) throw refused;
  const payload = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Payload;
  if (app.clock.now() >= payload.expiresAt) throw refused;
  return payload;
}

/** Our own route for private files: the store is never open to the outside, and what lies there sealed is opened here. */
export function signedFiles(app: App): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' || ctx.path !== path) return next();
    ctx.state.route = 'signedFile';
    const { key, contentType, fileName, sealedFor } = readTicket(app, String(ctx.query.ticket ?? ''));
    const stored = await app.adapters.objectStorage.get(key);
    if (!stored) throw new Refusal('NOT_FOUND', 'not_found');
    ctx.set('cache-control', 'private, no-store');
    ctx.set('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    ctx.type = contentType;
    ctx.body = sealedFor === null ? stored : app.crypto.openBytes(sealedFor, stored);
  };
}
