import type { Context, Middleware } from 'koa';
import { ownUploadPath } from '@server/adapters/object-storage/own-uploads';
import { largestObject } from '@server/adapters/object-storage/port';
import type { App } from '../app';
import type { RateLimit } from '../rate-limit';
import { common, notFound } from '../refusal';

/** Forms a minute from one address: a person sends a handful. */
const perMinute = 60;
/** Bytes of the form around the file. */
const around = 64 * 1024;

const tooLarge = () => common('INVALID_INPUT', 'bad_input', { fields: [{ field: 'body', reason: 'too_large' }] });

const readBody = ({ req }: Context): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestObject + around) chunks.push(chunk);
      else reject(tooLarge());
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
  });

async function readForm(ctx: Context): Promise<{ fields: Map<string, string>; file: Buffer } | undefined> {
  // Said before a byte of the file is read, where the sender says it.
  if (Number(ctx.get('content-length')) > largestObject + around) throw tooLarge();
  const body = new Uint8Array(await readBody(ctx));
  const headers = { 'content-type': ctx.get('content-type') };
  const form = await new Response(body, { headers }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof Blob)) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of form.entries()) if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  return { fields, file: Buffer.from(await file.arrayBuffer()) };
}

/** The store that lies with us takes the form that phones otherwise post to the vendor: no session, the signed terms decide. */
export function receiveUploads(app: App, rateLimit: RateLimit): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'POST' || ctx.path !== ownUploadPath) return next();
    ctx.state.route = 'receiveUpload';
    const { objectStorage } = app.adapters;
    if (!objectStorage.receiveUpload) throw notFound();
    const wait = app.config.rateLimit ? rateLimit.take(`upload ${ctx.ip}`, perMinute) : 0;
    if (wait > 0) throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: wait });
    const form = await readForm(ctx);
    const answer = form
      ? await objectStorage.receiveUpload(form.fields, form.file)
      : { status: 400, code: 'MalformedPOSTRequest' };
    ctx.status = answer.status;
    if (answer.code) ctx.body = { code: answer.code };
  };
}
