import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LiveObjectStorage } from './live';
import { LocalDisk } from './local-disk';
import { largestObject, objectStorageConfigSchema, type ObjectStorage, type StoredObject } from './port';
import { startOssSimulator, type OssSimulator } from './simulator';

let oss: OssSimulator;
let folder: string;
beforeEach(async () => {
  oss = await startOssSimulator();
  folder = await mkdtemp(path.join(tmpdir(), 'objects-'));
});
afterEach(async () => {
  await oss.close();
  await rm(folder, { recursive: true });
});

const object = (given: Partial<StoredObject> = {}): StoredObject => ({
  key: 'archives/2026/one.pdf.sealed',
  bytes: Buffer.from([0, 255, 13, 10, 128]),
  contentType: 'application/octet-stream',
  ...given,
});

describe.each<[string, () => ObjectStorage]>([
  ['OSS', () => new LiveObjectStorage(oss.config)],
  ['a local disk', () => new LocalDisk(path.join(folder, 'objects'), 'secret')],
])('objects in %s', (_name, open) => {
  it('come back byte for byte', async () => {
    await open().put(object());
    expect(await open().get(object().key)).toEqual(object().bytes);
  });

  it('are nothing before they are stored and after they are removed', async () => {
    const store = open();
    expect(await store.get(object().key)).toBeUndefined();
    await store.put(object());
    await store.remove(object().key);
    expect(await store.get(object().key)).toBeUndefined();
    await store.remove(object().key);
  });

  it('may be stored again with the same bytes, never with others', async () => {
    const store = open();
    await store.put(object());
    await store.put(object());
    await expect(store.put(object({ bytes: Buffer.from('other') }))).rejects.toMatchObject({ name: 'AdapterFailure' });
    expect(await store.get(object().key)).toEqual(object().bytes);
  });

  it.each([
    ['a key that climbs out of the folder', { key: '../secret' }],
    ['a key with a capital', { key: 'archives/A.pdf' }],
    ['an absolute key', { key: '/etc/passwd' }],
    ['nothing', { bytes: Buffer.alloc(0) }],
    ['more than ten megabytes', { bytes: Buffer.alloc(largestObject + 1) }],
    ['a page of HTML', { contentType: 'text/html' as StoredObject['contentType'] }],
  ])('are refused: %s', async (_what, given) => {
    await expect(open().put(object(given))).rejects.toThrow(RangeError);
  });

  it('are not asked for by a key that climbs out', async () => {
    await expect(open().get('../secret')).rejects.toThrow(RangeError);
  });
});

describe('OSS', () => {
  it('keeps objects private, with their type', async () => {
    await new LiveObjectStorage(oss.config).put(object());
    expect(oss.objects.get(object().key)).toMatchObject({ acl: 'private', contentType: 'application/octet-stream' });
  });

  it('is failed, with its code and nothing more, when the secret is wrong', async () => {
    const store = new LiveObjectStorage({ ...oss.config, accessKeySecret: 'wrong' });
    await expect(store.put(object())).rejects.toMatchObject({
      message: 'object-storage failed: SignatureDoesNotMatch',
    });
    await expect(store.get(object().key)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(store.remove(object().key)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    expect(oss.objects.size).toBe(0);
  });

  it('is failed while it does not answer', async () => {
    oss.down = true;
    await expect(new LiveObjectStorage(oss.config).get(object().key)).rejects.toMatchObject({ name: 'AdapterFailure' });
  });
});

describe('a local disk', () => {
  it('lets no other account of the machine read, and leaves no draft behind', async () => {
    await new LocalDisk(folder, 'secret').put(object());
    const [name = ''] = await readdir(path.join(folder, 'archives', '2026'));
    expect([name, (await stat(path.join(folder, 'archives', '2026', name))).mode & 0o077]).toEqual([
      'one.pdf.sealed',
      0,
    ]);
    expect(await readdir(path.join(folder, 'archives', '2026'))).toHaveLength(1);
  });

  it('is failed where a file stands in the way', async () => {
    await writeFile(path.join(folder, 'archives'), '');
    await expect(new LocalDisk(folder, 'secret').get(object().key)).rejects.toMatchObject({ name: 'AdapterFailure' });
  });

  it('is used in production only when the settings name it', () => {
    expect(objectStorageConfigSchema.safeParse({}).success).toBe(false);
    expect(objectStorageConfigSchema.safeParse({ kind: 'local-disk', folder: '/srv/objects' }).success).toBe(true);
  });
});
