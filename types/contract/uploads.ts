import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { instant, uuid } from './primitives';

export const uploadPurpose = z.enum(['honor_photo', 'claim_evidence'], { error: 'not_a_purpose' });
export const uploadType = z.enum(['image/jpeg', 'image/png', 'application/pdf'], { error: 'not_a_content_type' });

export const permitUpload = endpoint({
  name: 'permitUpload',
  method: 'POST',
  path: '/api/uploads/permit',
  summary:
    'A signed, short-lived permission to put one file of this type under one key straight into the object store: post `fields` in this order and then `file` as a form to `url`',
  who: ['citizen'],
  input: z.strictObject({ purpose: uploadPurpose, contentType: uploadType }),
  output: z.object({
    uploadId: uuid,
    /** Absolute, or a path of this server. */
    url: z.string(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
    minBytes: z.int(),
    maxBytes: z.int(),
    expiresAt: instant,
  }),
  refusals: [
    /** The purpose takes no such files. */
    'TYPE_NOT_TAKEN',
    /** Files of this person lie unused: the oldest are deleted within a day. */
    'TOO_MANY_UPLOADS',
  ],
});

export const finishUpload = endpoint({
  name: 'finishUpload',
  method: 'POST',
  path: '/api/uploads/finish',
  summary:
    'The file is there: the server looks at its size and bytes, strips metadata of pictures, seals it and takes it. Asking again answers the same',
  who: ['citizen'],
  input: z.strictObject({ uploadId: uuid }),
  output: z.object({
    uploadId: uuid,
    contentType: uploadType,
    /** As kept, without metadata. */
    bytes: z.int(),
    /** Of a picture, in pixels. */
    width: z.nullable(z.int()),
    height: z.nullable(z.int()),
  }),
  refusals: [
    /** Nothing lies under the key. */
    'NOT_ARRIVED',
    /** `reason`: wrong_type, damaged, too_large, too_small. The file is deleted; ask for a new permission. */
    'FILE_UNUSABLE',
    /** The same file is being looked at now. */
    'UPLOAD_BUSY',
  ],
});
