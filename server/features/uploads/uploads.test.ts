import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finishUpload, permitUpload } from '@contract/uploads';
import { LiveObjectStorage } from '@server/adapters/object-storage/live';
import { LocalDisk } from '@server/adapters/object-storage/local-disk';
import type { ObjectStorage } from '@server/adapters/object-storage/port';
import { startOssSimulator } from '@server/adapters/object-storage/simulator';
import { anUpload, aPdf, postFile } from '@server/testing/builders/uploads';
import { asCitizen } from '@server/testing/builders/sessions';
import { aJpeg, aPng } from '@server/testing/photos';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { sweepUploads } from './sweep-uploads';
import { takeUpload } from './take-upload';
import { Upload } from './upload.entity';
import { incomingKey, keptKey } from './upload-keys';

const day = 24 * 3600;

async function overVendor() {
  const oss = await startOssSimulator();
  return { storage: new LiveObjectStorage(oss.config), close: () => oss.close() };
}
async function overDisk() {
  const folder = await mkdtemp(path.join(tmpdir(), 'uploads-'));
  return { storage: new LocalDisk(folder, 'secret'), close: () => rm(folder, { recursive: true }) };
}

describe.each([
  ['OSS', overVendor],
  ['a local disk', overDisk],
])('a file sent to %s', (_name, openStore) => {
  let test: TestApp;
  let storage: ObjectStorage;
  let close: () => Promise<void>;
  let as: string;
  let personId: string;
  beforeAll(async () => {
    ({ storage, close } = await openStore());
    test = await startTestApp({ adapters: { objectStorage: storage } });
  });
  afterAll(async () => {
    await test.close();
    await close();
  });
  beforeEach(async () => {
    ({ token: as, personId } = await asCitizen(test));
  });

  const permit = (contentType: 'image/jpeg' | 'image/png' | 'application/pdf' = 'image/png') =>
    test.get(permitUpload, { purpose: 'claim_evidence', contentType }, { as });
  const finish = (uploadId: string, token = as) => test.call(finishUpload, { uploadId }, { as: token });
  const rowOf = (id: string) => test.inTransaction(tx => tx.em.findOneBy(Upload, { id }));
  const take = (id: string, owner = personId) =>
    test.inTransaction(tx => takeUpload({ ...tx, actor: { role: 'citizen', personId: owner } }, id, 'claim_evidence'));

  it.each([
    ['image/png', aPng(300, 400, 'GPS 30.27'), 300],
    ['image/jpeg', aJpeg(300, 400, 'GPS 30.27'), 300],
    ['application/pdf', aPdf(), null],
  ] as const)('is kept sealed and without metadata as %s, and the open copy goes', async (type, bytes, width) => {
    const { uploadId, ...form } = await permit(type);
    expect(await postFile(test, form, bytes)).toBe(204);
    expect(await finish(uploadId)).toMatchObject({ ok: true, value: { contentType: type, width } });
    expect(await storage.get(incomingKey({ id: uploadId }))).toBeUndefined();
    const { key } = await take(uploadId);
    const sealed = await storage.get(key);
    expect(sealed?.includes('GPS') || sealed?.includes('PDF') || sealed?.includes('PNG')).toBe(false);
    const plain = test.app.crypto.openBytes('health', sealed ?? Buffer.alloc(0));
    expect(plain.subarray(0, 4)).toEqual(bytes.subarray(0, 4));
    expect(plain.includes('GPS')).toBe(false);
  });

  it('answers a repeated finish as the first', async () => {
    const { uploadId, ...form } = await permit();
    await postFile(test, form, aPng(300, 400));
    const headers = { 'idempotency-key': `finish-${uploadId}` };
    const first = await test.call(finishUpload, { uploadId }, { as, headers });
    expect(first.ok).toBe(true);
    expect(await test.call(finishUpload, { uploadId }, { as, headers })).toEqual(first);
    expect(await finish(uploadId)).toEqual(first);
  });

  it('is looked at once, also when two ask at the same moment', async () => {
    const { uploadId, ...form } = await permit();
    await postFile(test, form, aPng(300, 400));
    const answers = await Promise.all([finish(uploadId), finish(uploadId), finish(uploadId)]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('UPLOAD_BUSY');
    expect((await rowOf(uploadId))?.state).toBe('kept');
  });

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html>'.padEnd(300, 'x')), 'wrong_type'],
    ['a PDF sent as a picture', aPdf(), 'wrong_type'],
    ['a JPEG sent as a PNG', aJpeg(300, 400), 'wrong_type'],
    ['a picture that was cut off', aPng(300, 400).subarray(0, -20), 'damaged'],
  ])('is refused as %s, and swept', async (_what, bytes, reason) => {
    const { uploadId, ...form } = await permit();
    await postFile(test, form, bytes);
    expect(await finish(uploadId)).toMatchObject({ code: 'FILE_UNUSABLE', details: { reason } });
    expect(await finish(uploadId)).toMatchObject({ code: 'NOT_FOUND' });
    await expect(take(uploadId)).rejects.toMatchObject({ code: 'UPLOAD_GONE' });
    test.clock.advance(700);
    await sweepUploads(test.app);
    expect(await storage.get(incomingKey({ id: uploadId }))).toBeUndefined();
  });

  it('is refused as a PDF that was cut off', async () => {
    const { uploadId, ...form } = await permit('application/pdf');
    await postFile(test, form, aPdf().subarray(0, 75));
    expect(await finish(uploadId)).toMatchObject({ code: 'FILE_UNUSABLE', details: { reason: 'damaged' } });
  });

  it('that did not arrive can be sent again under the same permission', async () => {
    const { uploadId, ...form } = await permit();
    expect(await finish(uploadId)).toMatchObject({ code: 'NOT_ARRIVED' });
    await postFile(test, form, aPng(300, 400));
    expect(await finish(uploadId)).toMatchObject({ ok: true });
  });

  it('of another person is not there, and cannot be taken', async () => {
    const uploadId = await anUpload(test, as, 'claim_evidence', aPng(300, 400));
    const other = await asCitizen(test);
    expect(await finish(uploadId, other.token)).toMatchObject({ code: 'NOT_FOUND' });
    await expect(take(uploadId, other.personId)).rejects.toMatchObject({ code: 'UPLOAD_GONE' });
  });

  it('is part of one thing: taken twice, the second finds it gone; what is posted afterwards changes nothing', async () => {
    const { uploadId, ...form } = await permit();
    await postFile(test, form, aPng(300, 400));
    await finish(uploadId);
    const { key } = await take(uploadId);
    await expect(take(uploadId)).rejects.toMatchObject({ code: 'UPLOAD_GONE' });
    const before = await storage.get(key);
    await postFile(test, form, aPng(500, 600));
    expect(await storage.get(key)).toEqual(before);
    test.clock.advance(700);
    await sweepUploads(test.app);
    // The copy of the second post is gone, the file stays.
    expect(await storage.get(incomingKey({ id: uploadId }))).toBeUndefined();
    expect(await storage.get(key)).toEqual(before);
    expect(await rowOf(uploadId)).toBeNull();
  });

  it('that nobody refers to is deleted after a day, not before', async () => {
    const uploadId = await anUpload(test, as, 'claim_evidence', aPng(300, 400));
    const key = keptKey({ id: uploadId, purpose: 'claim_evidence' });
    test.clock.advance(day - 60);
    await sweepUploads(test.app);
    expect(await storage.get(key)).toBeDefined();
    test.clock.advance(61);
    await sweepUploads(test.app);
    expect(await storage.get(key)).toBeUndefined();
    expect(await rowOf(uploadId)).toBeNull();
  });
});

describe('a permission', () => {
  let test: TestApp;
  let as: string;
  beforeAll(async () => {
    test = await startTestApp();
    as = (await asCitizen(test)).token;
  });
  afterAll(() => test.close());

  it('is for the files that the purpose takes', async () => {
    const pdf = { purpose: 'honor_photo', contentType: 'application/pdf' } as const;
    expect(await test.call(permitUpload, pdf, { as })).toMatchObject({ code: 'TYPE_NOT_TAKEN' });
  });

  it('names no person in its key and is not given without end', async () => {
    const draft = { purpose: 'claim_evidence', contentType: 'image/png' } as const;
    const { fields } = await test.get(permitUpload, draft, { as });
    expect(fields.find(({ name }) => name === 'key')?.value).toMatch(/^incoming\/[0-9a-f-]{36}$/);
    for (let n = 1; n < 30; n++) await test.get(permitUpload, draft, { as });
    expect(await test.call(permitUpload, draft, { as })).toMatchObject({ code: 'TOO_MANY_UPLOADS' });
  });

  it('is asked for by the form alone: what is no form, too large, or posted to a vendor’s store is refused', async () => {
    const post = (body: BodyInit, headers = {}) =>
      fetch(`${test.baseUrl}/api/uploads/object`, { method: 'POST', body, headers });
    expect((await post('x')).status).toBe(400);
    expect((await post(new Uint8Array(11 * 1024 * 1024))).status).toBe(400);
    expect((await post(new FormData())).status).toBe(400);
  });
});
