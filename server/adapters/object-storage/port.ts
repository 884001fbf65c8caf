import { z } from 'zod';

export const objectStorageConfigSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('oss'),
    accessKeyId: z.string().min(1),
    accessKeySecret: z.string().min(1),
    bucket: z.string().min(3),
    /** Such as `oss-cn-hangzhou`. */
    region: z.string().min(1),
    /** Address inside the vendor's network, or that of a private cloud; the region's public one when missing. */
    endpoint: z.url().optional(),
    /** The endpoint stands for the bucket itself. */
    cname: z.boolean().default(false),
    /** Address of the bucket for phones and browsers, where `endpoint` is one that only the servers reach. */
    uploadUrl: z.url().optional(),
    timeoutMs: z.number().int().positive().default(10_000),
  }),
  /** One disk that all copies of the server share; asked for by name, never by default. */
  z.object({ kind: z.literal('local-disk'), folder: z.string().min(1) }),
]);
export type OssConfig = Extract<z.infer<typeof objectStorageConfigSchema>, { kind: 'oss' }>;

export const contentTypes = ['application/pdf', 'application/octet-stream', 'image/jpeg', 'image/png'] as const;

export interface StoredObject {
  /** Chosen by the server: lower-case words and ids, no name of a person. */
  key: string;
  bytes: Buffer;
  contentType: (typeof contentTypes)[number];
}

/** Bytes. Above every document and photograph that we keep. */
export const largestObject = 10 * 1024 * 1024;

/** What somebody outside may put into the store, once. */
export interface UploadTerms {
  /** Chosen by the server. */
  readonly key: string;
  readonly contentType: StoredObject['contentType'];
  /** Bytes. */
  readonly minBytes: number;
  readonly maxBytes: number;
  /** How long the permission holds. */
  readonly seconds: number;
}

/** A form to be posted to `url` as multipart/form-data: these fields in this order, then the file under the name `file`. */
export interface UploadForm {
  /** Absolute, or a path of our own server. */
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** What the store says to a posted form; `code` is null when the file is there. */
export interface UploadAnswer {
  readonly status: 204 | 400 | 403 | 409;
  readonly code: string | null;
}

const keyForm = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+){0,2}$/;

/** What no store takes, whichever it is: a defect of the caller, not an answer to a person. */
export function assertStorable({ key, bytes, contentType }: StoredObject): void {
  assertKey(key);
  if (bytes.length === 0 || bytes.length > largestObject) throw new RangeError('an object of this size is not stored');
  if (!contentTypes.includes(contentType)) throw new RangeError('an object of this type is not stored');
}

export function assertKey(key: string): void {
  if (key.length > 120 || !keyForm.test(key)) throw new RangeError('not a key of an object');
}

/**
 * Private files. Nobody outside reads the store: addresses for downloads are made and answered by our own route
 * (`platform/files`); what comes in goes through a signed permission for one key. Throws `AdapterFailure`; jobs repeat.
 */
export interface ObjectStorage {
  /** An object is written once: the same key with other bytes is refused, the same bytes again are fine. */
  put(object: StoredObject): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
  remove(key: string): Promise<void>;
  /** Lets somebody outside put one object, without passing through us. */
  permitUpload(terms: UploadTerms): UploadForm;
  /** Where browsers send such forms, for the content security policy; undefined when it is our own server. */
  readonly uploadOrigin?: string;
  /** Only of a store that lies with us: takes the form itself. */
  receiveUpload?(fields: ReadonlyMap<string, string>, file: Buffer): Promise<UploadAnswer>;
}
