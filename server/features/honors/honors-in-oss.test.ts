import * as contract from '@contract/honors';
import { finishUpload, permitUpload } from '@contract/uploads';
import { LiveObjectStorage } from '@server/adapters/object-storage/live';
import { startOssSimulator, type OssSimulator } from '@server/adapters/object-storage/simulator';
import { aPng } from '@server/testing/photos';
import { anUpload, postFile } from '@server/testing/builders/uploads';
import { aDonorWithCounts } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

describe('certificates in the vendor’s object store', () => {
  let oss: OssSimulator;
  let test: TestApp;
  beforeAll(async () => {
    oss = await startOssSimulator();
    test = await startTestApp({ adapters: { objectStorage: new LiveObjectStorage(oss.config) } });
  });
  afterAll(async () => {
    await test.close();
    await oss.close();
  });

  const aPhoto = (as: string) => anUpload(test, as, 'honor_photo', aPng(295, 413));
  const fetchFile = (url: string) => fetch(`${test.baseUrl}${url}`);

  it('go from photo to PDF by signed requests; outside, only our own signed addresses open them', async () => {
    const { token: as } = await asCitizen(test, await aDonorWithCounts(test, 20));
    const { token: reviewer } = await asStaff(test, 'reviewer');
    const { applicationId } = await test.get(
      contract.applyForHonor,
      { uploadId: await aPhoto(as), city: '杭州市' },
      { as },
    );
    const { photo, version } = await test.get(contract.getHonorApplication, { applicationId }, { as: reviewer });
    const shown = Buffer.from(await (await fetchFile(photo?.url ?? '')).arrayBuffer());
    expect(shown.subarray(1, 4).toString()).toBe('PNG');
    await test.get(contract.decideHonor, { applicationId, version, accept: true }, { as: reviewer });
    await test.drain();
    const { url } = await test.get(contract.openHonorFile, { form: 'pdf' }, { as });
    expect(
      Buffer.from(await (await fetchFile(url)).arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await fetchFile(`${url.slice(0, -1)}${url.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
    const stored = [...oss.objects.values()];
    expect(stored).toHaveLength(3);
    // Private, and sealed before they leave us: whoever copies the bucket has nothing.
    for (const { acl, bytes } of stored) {
      expect(acl).toBe('private');
      expect(/PNG|%PDF/.test(bytes.toString('latin1', 0, 16))).toBe(false);
    }
    const bare = await fetch(`${oss.config.endpoint}/${[...oss.objects.keys()][0]}`);
    expect(bare.status).toBe(403);
  });

  it('take no photo while the store does not answer; it can be asked again and nothing is half done', async () => {
    const { token: as } = await asCitizen(test, await aDonorWithCounts(test, 20));
    const permission = await test.get(permitUpload, { purpose: 'honor_photo', contentType: 'image/png' }, { as });
    await postFile(test, permission, aPng(295, 413));
    const before = oss.objects.size;
    const { uploadId } = permission;
    oss.down = true;
    expect((await test.call(finishUpload, { uploadId }, { as })).ok).toBe(false);
    oss.down = false;
    expect(await test.call(contract.applyForHonor, { uploadId, city: '杭州市' }, { as })).toMatchObject({
      code: 'UPLOAD_GONE',
    });
    expect(oss.objects.size).toBe(before);
    await test.get(finishUpload, { uploadId }, { as });
    expect(await test.call(contract.applyForHonor, { uploadId, city: '杭州市' }, { as })).toMatchObject({ ok: true });
    expect(oss.objects.size).toBe(before);
  });
});
