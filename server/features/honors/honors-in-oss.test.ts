import * as contract from '@contract/honors';
import { LiveObjectStorage } from '@server/adapters/object-storage/live';
import { startOssSimulator, type OssSimulator } from '@server/adapters/object-storage/simulator';
import { aPng } from '@server/testing/photos';
import { aDonorWithCounts } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const application = { photo: aPng(295, 413).toString('base64'), city: '杭州市' };

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

  const fetchFile = (url: string) => fetch(`${test.baseUrl}${url}`);

  it('go from photo to PDF by signed requests; outside, only our own signed addresses open them', async () => {
    const { token: as } = await asCitizen(test, await aDonorWithCounts(test, 20));
    const { token: reviewer } = await asStaff(test, 'reviewer');
    const { applicationId } = await test.get(contract.applyForHonor, application, { as });
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

  it('take no application while the store does not answer, and leave nothing half done', async () => {
    const { token: as } = await asCitizen(test, await aDonorWithCounts(test, 20));
    const before = oss.objects.size;
    oss.down = true;
    expect((await test.call(contract.applyForHonor, application, { as })).ok).toBe(false);
    oss.down = false;
    expect((await test.get(contract.getMyHonor, {}, { as })).application).toBeNull();
    expect(oss.objects.size).toBe(before);
    expect(await test.call(contract.applyForHonor, application, { as })).toMatchObject({ ok: true });
  });
});
