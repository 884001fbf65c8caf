import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LiveObjectStorage } from './live';
import { LocalDisk } from './local-disk';
import type { ObjectStorage, UploadForm, UploadTerms } from './port';
import { startOssSimulator, type OssSimulator } from './simulator';

let oss: OssSimulator;
let folder: string;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-03-05T01:00:00.000Z');
  oss = await startOssSimulator();
  oss.now = () => now;
  folder = await mkdtemp(path.join(tmpdir(), 'uploads-'));
});
afterEach(async () => {
  await oss.close();
  await rm(folder, { recursive: true });
});

const terms: UploadTerms = {
  key: 'incoming/one',
  contentType: 'image/png',
  minBytes: 100,
  maxBytes: 1000,
  seconds: 600,
};
const file = Buffer.alloc(500, 7);

interface Store extends Pick<ObjectStorage, 'permitUpload' | 'get'> {
  /** Status of the store's answer to the form. */
  post(form: UploadForm, bytes?: Buffer): Promise<number>;
}

const ofVendor = (): Store => {
  const store = new LiveObjectStorage(oss.config, () => now);
  return {
    permitUpload: given => store.permitUpload(given),
    get: key => store.get(key),
    async post({ url, fields }, bytes = file) {
      const form = new FormData();
      for (const { name, value } of fields) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
      return (await fetch(url, { method: 'POST', body: form })).status;
    },
  };
};
const ofDisk = (): Store => {
  const store = new LocalDisk(folder, 'secret', () => now);
  return {
    permitUpload: given => store.permitUpload(given),
    get: key => store.get(key),
    async post({ fields }, bytes = file) {
      return (await store.receiveUpload(new Map(fields.map(({ name, value }) => [name, value])), bytes)).status;
    },
  };
};

describe.each([
  ['OSS', ofVendor],
  ['a local disk', ofDisk],
])('a permitted upload to %s', (_name, open) => {
  const changed = (form: UploadForm, name: string, value: string): UploadForm => ({
    ...form,
    fields: form.fields.map(field => (field.name === name ? { name, value } : field)),
  });
  const policyWith = (form: UploadForm, change: (text: string) => string): UploadForm => {
    const policy = form.fields.find(({ name }) => name === 'policy')?.value ?? '';
    const text = change(Buffer.from(policy, 'base64').toString('utf8'));
    return changed(form, 'policy', Buffer.from(text).toString('base64'));
  };

  it('arrives byte for byte under its key', async () => {
    const store = open();
    expect(await store.post(store.permitUpload(terms))).toBe(204);
    expect(await store.get(terms.key)).toEqual(file);
  });

  it('is one file: a replay of the form is refused and changes nothing', async () => {
    const store = open();
    const form = store.permitUpload(terms);
    await store.post(form);
    expect(await store.post(form, Buffer.alloc(500, 8))).toBe(409);
    expect(await store.get(terms.key)).toEqual(file);
  });

  it.each<[string, (form: UploadForm) => UploadForm]>([
    ['under another key', form => changed(form, 'key', 'claim-files/another.sealed')],
    ['as another type', form => changed(form, 'x-oss-content-type', 'application/pdf')],
    ['without a type', form => ({ ...form, fields: form.fields.filter(({ name }) => name !== 'x-oss-content-type') })],
    [
      'with a policy for another key',
      form => policyWith(form, text => text.replaceAll('incoming/one', 'incoming/two')),
    ],
    ['with a policy for larger files', form => policyWith(form, text => text.replace('1000', '9000'))],
    ['with a policy that is no JSON', form => policyWith(form, () => 'x')],
    [
      'with a signature of other characters',
      form => ({
        ...form,
        fields: form.fields.map(({ name, value }) => ({
          name,
          value: name.endsWith('signature') ? '字'.repeat(value.length) : value,
        })),
      }),
    ],
    [
      'without a signature',
      form => ({ ...form, fields: form.fields.filter(({ name }) => !name.endsWith('signature')) }),
    ],
  ])('is refused %s', async (_what, change) => {
    const store = open();
    expect(await store.post(change(store.permitUpload(terms)))).toBe(403);
    expect(await store.get(terms.key)).toBeUndefined();
  });

  it.each([
    ['larger than permitted', 1001],
    ['smaller than permitted', 99],
  ])('is refused when it is %s', async (_what, size) => {
    const store = open();
    expect(await store.post(store.permitUpload(terms), Buffer.alloc(size))).toBe(400);
    expect(await store.get(terms.key)).toBeUndefined();
  });

  it('is refused after the permission has ended', async () => {
    const store = open();
    const form = store.permitUpload(terms);
    now = new Date(now.getTime() + 600_000);
    expect(await store.post(form)).toBe(403);
  });

  it('is not permitted under a key that climbs out', () => {
    expect(() => open().permitUpload({ ...terms, key: '../secret' })).toThrow(RangeError);
  });
});

describe('the address of an upload', () => {
  const settings = { accessKeyId: 'id', accessKeySecret: 'secret', bucket: 'files', region: 'oss-cn-hangzhou' };
  const at = (more: object) =>
    new LiveObjectStorage({ kind: 'oss', cname: false, timeoutMs: 1000, ...settings, ...more });

  it.each([
    ['the bucket of the region', {}, 'https://files.oss-cn-hangzhou.aliyuncs.com'],
    [
      'the address that stands for it',
      { endpoint: 'https://files.example.cn', cname: true },
      'https://files.example.cn',
    ],
    [
      'the one for phones, where the servers have an inner one',
      { endpoint: 'https://oss-cn-hangzhou-internal.aliyuncs.com', uploadUrl: 'https://up.example.cn/' },
      'https://up.example.cn/',
    ],
  ])('is %s', (_what, more, url) => {
    expect(at(more).permitUpload(terms).url).toBe(url);
    expect(at(more).uploadOrigin).toBe(new URL(url).origin);
  });

  it('is our own server for a local disk, which browsers reach anyway', () => {
    const disk: ObjectStorage = new LocalDisk(folder, 'secret');
    expect(disk.permitUpload(terms).url).toBe('/api/uploads/object');
    expect(disk.uploadOrigin).toBeUndefined();
  });
});
