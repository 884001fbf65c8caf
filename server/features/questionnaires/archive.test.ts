import { examineForm, getQuestionnaire, listMyForms, openMyArchive, signExamination } from '@contract/questionnaires';
import { recordDonation } from '@server/features/donations';
import { sha256 } from '@server/platform/crypto/key-ring';
import { aBookedDonor, aSignature, aSignedInDonor, submitForm } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asStaff } from '@server/testing/builders/sessions';
import { MemoryStorage } from '@server/testing/memory-storage';
import { readPdf } from '@server/testing/read-pdf';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { ExaminationSignature } from './examination-signature.entity';
import { endQuestionnaire } from './keep-questionnaire';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { findBreaks, type KeptRecord } from './record-hash';
import { VisitArchive } from './visit-archive.entity';

let test: TestApp;
const storage = new MemoryStorage();
beforeAll(async () => {
  test = await startTestApp({ adapters: { objectStorage: storage } });
});
afterAll(() => test.close());
beforeEach(() => {
  storage.objects.clear();
  test.clock.set(testStart);
});

let serial = 100000;

/** Booked, signed, examined, donated, and the visit closed. */
async function aVisit(given: { name?: string; examined?: boolean; donated?: boolean } = {}) {
  const station = await aStation(test);
  const site = await aSite(test, station);
  const person = await aSignedInDonor(test, { name: given.name ?? '测试㛃𬭊' });
  const donor = await aBookedDonor(test, { site, donor: person });
  await submitForm(test, donor, [{ questionId: 'q03', value: 'yes' }]);
  const nurse = await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id });
  const { appointmentId } = donor;
  const examine = async () => {
    await test.get(examineForm, { appointmentId }, { as: nurse.token });
    return test.get(signExamination, { appointmentId, signature: aSignature }, { as: nurse.token });
  };
  if (given.examined !== false) await examine();
  const din = `Z9T0126${(serial += 1)}`;
  await test.inTransaction(async tx => {
    if (given.donated !== false)
      await recordDonation(tx, {
        ...{ personId: donor.personId, stationId: station.id, siteId: site.id, donationNumber: din },
        ...{ type: 'whole_blood', volumeMl: 400, unitsTenths: null, donatedAt: tx.now, abo: 'O', rhd: 'positive' },
      });
    await endQuestionnaire(tx, donor.appointmentId);
  });
  return { ...donor, examine, din };
}

const recordOf = (personId: string): Promise<KeptRecord> =>
  test.inTransaction(async tx => ({
    submissions: await tx.em.find(QuestionnaireSubmission, { where: { personId }, order: { sequence: 'ASC' } }),
    examinations: await tx.em.findBy(ExaminationSignature, { personId }),
    archives: await tx.em.findBy(VisitArchive, { personId }),
    files: new Map(storage.objects),
  }));
const open = ({ appointmentId, token }: { appointmentId: string; token: string }) =>
  test.call(openMyArchive, { appointmentId }, { as: token });
async function download(donor: { appointmentId: string; token: string }): Promise<Buffer> {
  const answer = await open(donor);
  if (!answer.ok) throw new Error(answer.code);
  const reply = await fetch(test.baseUrl + answer.value.url);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await reply.arrayBuffer());
}

describe('the e-archive of a visit', () => {
  it('is made after the visit, by a job, and not before', async () => {
    const donor = await aVisit();
    expect(await open(donor)).toMatchObject({ code: 'ARCHIVE_NOT_READY' });
    expect((await test.get(listMyForms, {}, { as: donor.token })).items).toMatchObject([{ archive: 'making' }]);
    await test.drain();
    expect((await test.get(listMyForms, {}, { as: donor.token })).items).toMatchObject([{ archive: 'ready' }]);
  });

  it('says in words that any reader finds: who, where, what was asked, answered and signed', async () => {
    const donor = await aVisit();
    await test.drain();
    const { text, lines } = readPdf(await download(donor));
    const words = text.replace(/\s/g, '');
    const form = await test.get(getQuestionnaire, { appointmentId: donor.appointmentId }, { as: donor.token });
    for (const { text: question } of form.questions) expect(words).toContain(question.replace(/\s/g, ''));
    for (const expected of [
      '测试㛃𬭊',
      donor.din,
      '全血400毫升',
      '版本2026-12',
      '答：是',
      '献血者签名',
      '体检人员签名',
    ])
      expect(words).toContain(expected.replace(/\s/g, ''));
    const [submission] = (await recordOf(donor.personId)).submissions;
    for (const hash of [submission?.hash, submission?.questionnaireHash, submission?.consentHash])
      expect(words).toContain(hash);
    // Three lines of each signature; both are drawn, not painted.
    expect(lines).toBeGreaterThanOrEqual(6);
    expect(text).not.toContain(donor.document.docNumber);
  });

  it('writes a character that the font lacks as its code', async () => {
    const donor = await aVisit({ name: '测试𠮷' });
    await test.drain();
    expect(readPdf(await download(donor)).text).toContain('测试〔U+20BB7〕');
  });

  it('says so when nobody donated and nobody examined', async () => {
    const donor = await aVisit({ examined: false, donated: false });
    await test.drain();
    const { text } = readPdf(await download(donor));
    expect(text).toContain('本次没有献血');
    expect(text).not.toContain('体检人员签名');
  });

  it('is followed by one with the examiner when the examiner signs late', async () => {
    const donor = await aVisit({ examined: false });
    await test.drain();
    test.clock.advance(60);
    await donor.examine();
    await test.drain();
    expect(readPdf(await download(donor)).text).toContain('体检人员签名');
    expect((await recordOf(donor.personId)).archives).toHaveLength(2);
  });

  it('is made once for the same signatures, however often the job runs', async () => {
    const donor = await aVisit();
    await test.drain();
    await test.inTransaction(tx => endQuestionnaire(tx, donor.appointmentId));
    await test.drain();
    expect((await recordOf(donor.personId)).archives).toHaveLength(1);
  });

  it('lies in the store sealed', async () => {
    await aVisit();
    await test.drain();
    const [stored] = storage.objects.values();
    expect(stored?.subarray(0, 20).toString('latin1')).not.toContain('%PDF');
    expect(stored?.includes('FlateDecode')).toBe(false);
  });

  it('is not opened for another person', async () => {
    const donor = await aVisit();
    await test.drain();
    const stranger = await aSignedInDonor(test);
    expect(await open({ ...donor, token: stranger.token })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('has an address that ends after two minutes and cannot be altered', async () => {
    const donor = await aVisit();
    await test.drain();
    const answer = await open(donor);
    if (!answer.ok) throw new Error(answer.code);
    const { url } = answer.value;
    const status = async (address: string) => (await fetch(test.baseUrl + address)).status;
    const [head = '', signature = ''] = url.split('.');
    const other = Buffer.from(JSON.stringify({ key: 'archives/x', sealedFor: null })).toString('base64url');
    expect(await status(`${head.slice(0, -1)}A.${signature}`)).toBe(404);
    expect(await status(`/api/files?ticket=${other}.${signature}`)).toBe(404);
    expect(await status(`/api/files?ticket=${other}.${'字'.repeat(signature.length)}`)).toBe(404);
    expect(await status('/api/files')).toBe(404);
    expect(await status(url)).toBe(200);
    test.clock.advance(120);
    expect(await status(url)).toBe(404);
  });
});

describe('the chain over donor, examiner and archive', () => {
  it('holds as it was written', async () => {
    const donor = await aVisit();
    await test.drain();
    const record = await recordOf(donor.personId);
    expect([record.submissions.length, record.examinations.length, record.archives.length]).toEqual([1, 1, 1]);
    expect(findBreaks(record)).toEqual([]);
    const [archive] = record.archives;
    expect(archive?.documentHash).toBe(sha256(await download(donor)));
  });

  const changed = (value: unknown): unknown =>
    typeof value === 'number'
      ? value + 1
      : typeof value === 'string'
        ? `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`
        : 'x';

  it.each(['submissions', 'examinations', 'archives'] as const)(
    'shows a change of any column of the %s',
    async part => {
      const donor = await aVisit();
      await test.drain();
      const record = await recordOf(donor.personId);
      const [row] = record[part];
      if (!row) throw new Error(`no ${part}`);
      for (const [column, value] of Object.entries(row)) {
        const spoiled = { ...record, [part]: [{ ...row, [column]: changed(value) }] };
        expect([column, findBreaks(spoiled).length]).not.toEqual([column, 0]);
      }
    },
  );

  it('shows a change of any byte of the stored document, and refuses to open it', async () => {
    const donor = await aVisit();
    await test.drain();
    const record = await recordOf(donor.personId);
    const [[key, bytes] = ['', Buffer.alloc(0)]] = storage.objects;
    const step = Math.ceil(bytes.length / 64);
    for (let at = 0; at < bytes.length; at += step) {
      const spoiled = Buffer.from(bytes);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      expect(findBreaks({ ...record, files: new Map([[key, spoiled]]) })).toEqual([`file ${key}`]);
      expect(() => test.app.crypto.openBytes('health', spoiled)).toThrow();
    }
    expect(findBreaks({ ...record, files: new Map() })).toEqual([`file ${key}`]);
  });

  it('shows a removed submission under an examiner who signed it', async () => {
    const donor = await aVisit();
    await test.drain();
    const record = await recordOf(donor.personId);
    expect(findBreaks({ ...record, submissions: [] })).not.toEqual([]);
  });
});
