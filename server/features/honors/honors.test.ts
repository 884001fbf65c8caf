import * as contract from '@contract/honors';
import { listMessages } from '@contract/notifications';
import { announce } from '@server/platform/events';
import { purge } from '@server/platform/outbox/purge';
import { donationsChanged } from '@server/features/donations';
import type { MemoryStorage } from '@server/testing/memory-storage';
import { readPdf } from '@server/testing/read-pdf';
import { aPng } from '@server/testing/photos';
import { anUpload } from '@server/testing/builders/uploads';
import { aDonation } from '@server/testing/builders/donations';
import { aDonor } from '@server/testing/builders/people';
import { aDonorWithCounts } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';
import { indexHonorNames } from './name-index';

const city = '杭州市';
const day = 24 * 3600;

describe('the honor certificate', () => {
  let test: TestApp;
  let reviewer: string;
  beforeAll(async () => {
    test = await startTestApp();
    reviewer = (await asStaff(test, 'reviewer')).token;
  });
  afterAll(() => test.close());

  const objects = () => (test.app.adapters.objectStorage as MemoryStorage).objects;
  const aHolderToBe = async (counts = 20) => {
    const donor = await aDonorWithCounts(test, counts);
    return { ...donor, as: (await asCitizen(test, donor)).token };
  };
  const aPhoto = (as: string, photo = aPng(295, 413)) => anUpload(test, as, 'honor_photo', photo);
  const apply = async (as: string, given: { city?: string; photo?: Buffer } = {}) => {
    const uploadId = await aPhoto(as, given.photo);
    return test.call(contract.applyForHonor, { uploadId, city: given.city ?? city }, { as });
  };
  const applied = async (as: string) =>
    (await test.get(contract.applyForHonor, { uploadId: await aPhoto(as), city }, { as })).applicationId;
  const look = (applicationId: string) => test.get(contract.getHonorApplication, { applicationId }, { as: reviewer });
  const decide = async (applicationId: string, accept: boolean, reason?: string) =>
    test.call(
      contract.decideHonor,
      { applicationId, version: (await look(applicationId)).version, accept, reason },
      { as: reviewer },
    );
  const issuedTo = async (as: string) => {
    await decide(await applied(as), true);
    await test.drain();
    const { certificate } = await test.get(contract.getMyHonor, {}, { as });
    if (!certificate) throw new Error('no certificate');
    return certificate;
  };
  const verify = (verifyUrl: string) =>
    test.get(contract.verifyHonor, { token: new URLSearchParams(verifyUrl.split('?')[1]).get('token') ?? '' });
  const find = (numberOrName: string) => test.get(contract.findHonors, { numberOrName }, { as: reviewer });
  const findOne = async (number: string) => {
    const [item] = (await find(number)).items;
    if (!item) throw new Error('not found');
    return item;
  };
  const messages = async (as: string) => (await test.get(listMessages, {}, { as })).items.map(({ kind }) => kind);
  const file = async (url: string) => Buffer.from(await (await fetch(`${test.baseUrl}${url}`)).arrayBuffer());

  it('is offered once to whoever reaches 20 counts, without asking', async () => {
    const { as, personId } = await aHolderToBe();
    const change = () =>
      test.inTransaction(tx => announce(tx, donationsChanged, { personIds: [personId], via: 'visit' as const }));
    await change();
    await change();
    expect((await messages(as)).filter(kind => kind === 'honor.offered')).toHaveLength(1);
    const almost = await aHolderToBe(19);
    await test.inTransaction(tx => announce(tx, donationsChanged, { personIds: [almost.personId], via: 'visit' }));
    expect(await messages(almost.as)).not.toContain('honor.offered');
  });

  it('is refused below 20 counts, and a reviewer lets in who won elsewhere', async () => {
    const { as, certificateNumber } = await aHolderToBe(19);
    expect(await apply(as)).toMatchObject({ code: 'NOT_ELIGIBLE', details: { count: '19', needed: 20 } });
    const admit = { certificateNumber, reason: '江西省金奖证书原件已核对' };
    expect(await test.call(contract.admitToHonor, admit, { as })).toMatchObject({ code: 'NOT_ALLOWED' });
    await test.get(contract.admitToHonor, admit, { as: reviewer });
    expect(await test.get(contract.getMyHonor, {}, { as })).toMatchObject({ eligible: true, admitted: true });
    const applicationId = await applied(as);
    expect(await look(applicationId)).toMatchObject({ admitted: true, count: '19' });
    expect(await decide(applicationId, true)).toMatchObject({ ok: true });
  });

  it('keeps the photo sealed and private, without its metadata, and shows it to the reviewer by a short-lived address', async () => {
    const { as } = await aHolderToBe();
    const before = objects().size;
    const waiting = await look(await applied(as));
    expect(objects().size).toBe(before + 1);
    const [key, stored] = [...objects()].at(-1) ?? ['', Buffer.alloc(0)];
    expect(key).toMatch(/^honor-photos\//);
    expect(stored.includes('PNG')).toBe(false);
    const shown = await file(waiting.photo?.url ?? '');
    expect(shown.subarray(1, 4).toString()).toBe('PNG');
    expect(shown.includes('Taken at home')).toBe(false);
    test.clock.advance(121);
    expect((await fetch(`${test.baseUrl}${waiting.photo?.url}`)).status).toBe(404);
  });

  it('is applied for once at a time, also by two taps at once, and leaves no photo that nobody names', async () => {
    const { as } = await aHolderToBe();
    const before = objects().size;
    const uploads = [await aPhoto(as), await aPhoto(as), await aPhoto(as)];
    const answers = await Promise.all(
      uploads.map(uploadId => test.call(contract.applyForHonor, { uploadId, city }, { as })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok && answer.code === 'ALREADY_APPLIED')).toHaveLength(2);
    expect(objects().size).toBe(before + 3);
    test.clock.advance(day + 1);
    await purge(test.app);
    const rows = await test.inTransaction(tx => tx.em.find(HonorApplication));
    const photos = [...objects().keys()].filter(key => key.startsWith('honor-photos/'));
    expect(photos.sort()).toEqual(rows.map(({ photoKey }) => photoKey).sort());
    // A day is longer than a session.
    reviewer = (await asStaff(test, 'reviewer')).token;
  });

  it('answers a repeated request with the first answer and one photo', async () => {
    const { as } = await aHolderToBe();
    const before = objects().size;
    const options = { as, headers: { 'idempotency-key': 'apply-once-0001' } };
    const application = { uploadId: await aPhoto(as), city };
    const [first, second] = [
      await test.get(contract.applyForHonor, application, options),
      await test.get(contract.applyForHonor, application, options),
    ];
    expect(second).toEqual(first);
    expect(objects().size).toBe(before + 1);
  });

  it('refuses a photo that cannot be used, saying why, and a city that is not of the province', async () => {
    const { as } = await aHolderToBe();
    expect(await apply(as, { photo: aPng(600, 400) })).toMatchObject({
      code: 'PHOTO_UNUSABLE',
      details: { reason: 'wrong_shape' },
    });
    const { as: another } = await aHolderToBe();
    const stolen = { uploadId: await aPhoto(another), city };
    expect(await test.call(contract.applyForHonor, stolen, { as })).toMatchObject({ code: 'UPLOAD_GONE' });
    expect(await apply(as, { city: '南昌市' })).toMatchObject({ code: 'CITY_UNKNOWN' });
  });

  it('is refused with a reason that the donor reads; the photo goes, and another may come', async () => {
    const { as } = await aHolderToBe();
    const applicationId = await applied(as);
    await test.drain();
    const before = objects().size;
    expect(await decide(applicationId, false)).toMatchObject({ code: 'REASON_MISSING' });
    expect(await decide(applicationId, false, '照片上有两张脸')).toMatchObject({ ok: true });
    await test.drain();
    expect(objects().size).toBe(before - 1);
    expect((await test.get(contract.getMyHonor, {}, { as })).application).toMatchObject({
      state: 'refused',
      reason: '照片上有两张脸',
    });
    expect(await apply(as)).toMatchObject({ ok: true });
  });

  it('is decided by one reviewer: the second finds it decided', async () => {
    const { as } = await aHolderToBe();
    const applicationId = await applied(as);
    const command = { applicationId, version: 0, accept: true };
    const answers = await Promise.all([1, 2, 3].map(() => test.call(contract.decideHonor, command, { as: reviewer })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok && answer.code === 'STATE_CHANGED')).toHaveLength(2);
  });

  it('has a number, a PDF and a picture, which the holder alone opens', async () => {
    const { as, name, document } = await aHolderToBe();
    const applicationId = await applied(as);
    expect(await test.call(contract.openHonorFile, { form: 'pdf' }, { as })).toMatchObject({ code: 'FILE_NOT_READY' });
    await decide(applicationId, true);
    expect((await test.get(contract.getMyHonor, {}, { as })).certificate?.files).toBe('being_made');
    await test.drain();
    const { certificate } = await test.get(contract.getMyHonor, {}, { as });
    expect(certificate).toMatchObject({ files: 'ready', number: expect.stringMatching(/^ZJR2026\d{7}$/) as string });
    const pdf = await file((await test.get(contract.openHonorFile, { form: 'pdf' }, { as })).url);
    const { text } = readPdf(pdf);
    for (const part of ['浙江省无偿献血荣誉证', name, certificate?.number ?? '', 'A 型 RhD 阳性', '浙江省杭州市'])
      expect(text).toContain(part);
    expect(text).not.toContain(document.docNumber);
    const picture = await file((await test.get(contract.openHonorFile, { form: 'picture' }, { as })).url);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1260, 894]);
  });

  it('is checked by anybody through its QR, which tells a masked name and nothing of the donations', async () => {
    const { as, name } = await aHolderToBe();
    const { verifyUrl, number } = await issuedTo(as);
    const answer = await verify(verifyUrl);
    expect(answer).toMatchObject({ status: 'valid', shown: { number, city: '杭州市' } });
    expect(answer.shown?.maskedName).not.toBe(name);
    expect(JSON.stringify(answer)).not.toMatch(/count|ml|blood/);
    expect(await test.get(contract.verifyHonor, { token: 'nobody-has-this-one' })).toMatchObject({
      status: 'unknown',
      shown: null,
    });
  });

  it('is revoked at once, by the state that the reviewer saw', async () => {
    const { as } = await aHolderToBe();
    const { verifyUrl, number } = await issuedTo(as);
    const found = await findOne(number.toLowerCase());
    const command = { certificateId: found.id, version: found.version, reason: '转借他人使用' };
    await test.drain();
    const files = objects().size;
    const answers = await Promise.all([1, 2].map(() => test.call(contract.revokeHonor, command, { as: reviewer })));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await verify(verifyUrl)).status).toBe('revoked');
    expect(await test.get(contract.getMyHonor, {}, { as })).toMatchObject({
      certificate: null,
      revokedOn: test.clock.today(),
    });
    expect(await messages(as)).toContain('honor.revoked');
    await test.drain();
    expect(objects().size).toBe(files - 2);
    expect(await test.call(contract.openHonorFile, { form: 'pdf' }, { as })).toMatchObject({ code: 'FILE_NOT_READY' });
  });

  it('is issued again under a new number: by the reviewer, and with a new photo of the holder', async () => {
    const { as } = await aHolderToBe();
    const first = await issuedTo(as);
    const found = await findOne(first.number);
    const again = { certificateId: found.id, version: found.version, reason: '证件遗失' };
    const { number } = await test.get(contract.reissueHonor, again, { as: reviewer });
    expect(number).not.toBe(first.number);
    expect((await verify(first.verifyUrl)).status).toBe('replaced');
    const applicationId = await applied(as);
    expect(await look(applicationId)).toMatchObject({ kind: 'reissue' });
    const third = await decide(applicationId, true);
    await test.drain();
    const { certificate } = await test.get(contract.getMyHonor, {}, { as });
    expect(third).toMatchObject({ value: { number: certificate?.number } });
    expect((await verify(certificate?.verifyUrl ?? '')).status).toBe('valid');
  });

  it('is found by the whole name of its holder too, whatever it became', async () => {
    const { as, name } = await aHolderToBe();
    const { number } = await issuedTo(as);
    // Everybody here bears the same name.
    const item = (await find(` ${name} `)).items.find(found => found.number === number);
    expect(item).toMatchObject({ number, state: 'valid', endedOn: null, endReason: null });
    expect(item?.maskedName).not.toBe(name);
    expect((await find(name.slice(0, -1))).items).toEqual([]);
    expect((await find('ZJR20260000000')).items).toEqual([]);
    await test.get(
      contract.revokeHonor,
      { certificateId: item?.id ?? '', version: item?.version ?? 0, reason: '转借他人使用' },
      { as: reviewer },
    );
    expect(await findOne(number)).toMatchObject({
      state: 'revoked',
      endedOn: test.clock.today(),
      endReason: '转借他人使用',
    });
  });

  it('is indexed by name later when it is older than the index', async () => {
    const { as, name } = await aHolderToBe();
    const { number } = await issuedTo(as);
    await test.inTransaction(tx => tx.em.update(HonorCertificate, { number }, { nameIndex: null }));
    const found = async () => (await find(name)).items.map(item => item.number);
    expect(await found()).not.toContain(number);
    await indexHonorNames(test.app);
    expect(await found()).toContain(number);
  });

  it('waits in a list, the oldest first, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.get(contract.listHonorApplications, { limit: '1', cursor }, { as: reviewer });
      seen.push(...page.items.map(({ appliedAt }) => appliedAt));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort());
  });

  it('has practices of the cities, each value with its source and whether it is confirmed', async () => {
    const { as } = await aHolderToBe();
    const { cities } = await test.get(contract.getMyHonor, {}, { as });
    expect(cities.map(({ city }) => city)).toEqual(expect.arrayContaining(['杭州市', '宁波市', '舟山市', '义乌市']));
    expect(cities.flatMap(({ rules }) => rules).some(({ confirmed }) => !confirmed)).toBe(true);
  });
});

describe('the awards of a donor', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('are explained donation by donation; the running cycle is told apart', async () => {
    const donor = await aDonor(test);
    const { token: as } = await asCitizen(test, donor);
    const platelets = { type: 'platelets', unitsTenths: 20 } as const;
    for (let n = 0; n < 10; n++)
      await aDonation(test, donor.personId, { ...platelets, on: `2025-${String(n + 1).padStart(2, '0')}-10` });
    for (let n = 0; n < 2; n++)
      await aDonation(test, donor.personId, { ...platelets, unitsTenths: 15, on: `2026-0${n + 1}-20` });
    const awards = await test.get(contract.getAwards, {}, { as });
    expect(awards).toMatchObject({
      count: '23',
      national: [{ award: 'bronze', cycle: { to: '2025-12-31' }, reachedOn: '2025-10-10', count: '20' }],
      pending: [],
      next: { award: 'silver', missing: '7', cycleEndsOn: '2027-12-31' },
      stemCell: null,
      provincial: { ml: 4600, neededMl: 2000, reachedOn: '2025-05-10' },
    });
    expect(awards.lines).toHaveLength(12);
    expect(awards.national[0]?.lines).toHaveLength(10);
    expect(awards.lines.at(-1)).toMatchObject({ count: '1.5', total: '23', ruleId: 'AW-U' });
    expect(awards.lines[0]).toMatchObject({ count: '2', total: '2' });
    expect(awards.provincial.lines[9]).toMatchObject({ on: '2025-10-10', ml: 400 });
    expect(awards.unconfirmed.map(({ ruleId }) => ruleId)).toContain('AW-FRACTION');
  });

  it('show of a donation that completed a gold what is left for the next one', async () => {
    const donor = await aDonorWithCounts(test, 39);
    const { token: as } = await asCitizen(test, donor);
    await aDonation(test, donor.personId, { on: '2031-01-05', volumeMl: 400 });
    await aDonation(test, donor.personId, { on: '2032-01-05', volumeMl: 200 });
    for (let n = 0; n < 20; n++) await aDonation(test, donor.personId, { on: `${2033 + n}-01-05`, volumeMl: 400 });
    test.clock.advance(30 * 365 * 86_400);
    const { token: later } = await asCitizen(test, donor);
    expect(as).not.toBe(later);
    const { national } = await test.get(contract.getAwards, {}, { as: later });
    const golds = national.filter(({ award }) => award === 'gold');
    expect(golds.map(({ count }) => count)).toEqual(['41', '40']);
    expect(golds[1]?.lines[0]).toMatchObject({ on: '2031-01-05', count: '2', total: '1' });
    expect(golds[1]?.lines.at(-1)?.total).toBe('40');
  });

  it('are none for whoever has not donated', async () => {
    const { token: as } = await asCitizen(test);
    expect(await test.get(contract.getAwards, {}, { as })).toMatchObject({
      count: '0',
      lines: [],
      national: [],
      pending: [],
      next: { award: 'bronze', missing: '20' },
    });
  });
});
