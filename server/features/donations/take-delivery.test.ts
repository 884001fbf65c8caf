import { listDonations } from '@contract/certificates';
import { intakeDonations } from '@contract/intake';
import { dinCheckCharacter } from '@rules/din';
import { testIdCard } from '@rules/documents';
import { Donor } from '@server/features/donors';
import { findPersonByDocument } from '@server/features/identity';
import type { Organization } from '@server/features/organizations';
import type { Site } from '@server/features/sites';
import { aDonation, anIntakeRow } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asCitizen, asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { Donation } from './donation.entity';
import { DonationCorrection } from './donation-correction.entity';
import { donationsChanged } from './events';
import { IntakeProblem } from './intake-problem.entity';
import { IntakeRun } from './intake-run.entity';

describe('a delivery of a station', () => {
  let test: TestApp;
  let station: Organization;
  let site: Site;
  let machine: TestMachine;
  const changed: (readonly string[])[] = [];
  beforeAll(async () => {
    test = await startTestApp();
    test.app.events.on(donationsChanged, async (_tx, { personIds }) => {
      changed.push(personIds);
    });
    station = await aStation(test);
    site = await aSite(test, station);
    machine = await asMachine(test, 'station', station.id);
  });
  afterAll(() => test.close());

  const somebody = (name = '测试乙') => ({
    name,
    sex: 'male' as const,
    birthDate: '1990-05-06',
    document: { docType: 'id_card' as const, docNumber: testDocNumber('male', '1990-05-06') },
  });
  const row = (person = somebody(), given = {}) => anIntakeRow(station, site, person, given);
  const deliver = async (...rows: ReturnType<typeof anIntakeRow>[]) => {
    const answer = await machine.call(intakeDonations, { batchId: 'batch-1', rows });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const counts = (added: number, unchanged: number, corrected: number) => ({
    batchId: 'batch-1',
    added,
    unchanged,
    corrected,
    refused: [],
  });
  const stored = (donationNumber: string) =>
    test.inTransaction(tx => tx.em.findOneByOrFail(Donation, { donationNumber: donationNumber.slice(0, 13) }));

  it('puts donor and donation into the register, and the donor sees it', async () => {
    const person = somebody();
    expect(await deliver(row(person, { donatedAt: '2025-03-05 10:00' }))).toEqual(counts(1, 0, 0));
    const found = await test.inTransaction(tx =>
      findPersonByDocument(tx, person.document.docType, person.document.docNumber),
    );
    const { token } = await asCitizen(test, { personId: found?.id ?? '' });
    const { items } = await test.get(listDonations, {}, { as: token });
    expect(items).toMatchObject([{ on: '2025-03-05', volumeMl: 400, siteName: site.name, stationName: station.name }]);
    expect(changed.at(-1)).toEqual([found?.id]);
  });

  it('changes nothing when it comes twice', async () => {
    const rows = [row(), row()];
    await deliver(...rows);
    expect(await deliver(...rows)).toEqual(counts(0, 2, 0));
    expect(await deliver(...rows, ...rows)).toEqual(counts(0, 4, 0));
    expect(await stored(rows[0]?.donationNumber ?? '')).toMatchObject({ version: 1 });
  });

  it('corrects a donation and records what stood there before, who changed it and in which run', async () => {
    const first = row();
    await deliver(first);
    const { id } = await stored(first.donationNumber);
    expect(await deliver({ ...first, volumeMl: '200' })).toEqual(counts(0, 0, 1));
    expect(await stored(first.donationNumber)).toMatchObject({ id, volumeMl: 200, version: 2 });
    const correction = await test.inTransaction(tx => tx.em.findOneByOrFail(DonationCorrection, { donationId: id }));
    expect(correction).toMatchObject({ version: 2, fields: 'volumeMl', actorRole: 'station', actorId: station.id });
    const open = (sealed: string) => JSON.parse(test.app.crypto.open('health', sealed)) as unknown;
    expect(open(correction.beforeSealed)).toMatchObject({ volumeMl: 400 });
    expect(open(correction.afterSealed)).toMatchObject({ volumeMl: 200 });
    const run = await test.inTransaction(tx => tx.em.findOneByOrFail(IntakeRun, { id: correction.runId ?? '' }));
    expect(run).toMatchObject({ source: 'api', corrected: 1, state: 'done' });
  });

  it('may move a donation to another person, whose history it then is', async () => {
    const [wrong, right] = [somebody(), somebody()];
    const first = row(wrong);
    await deliver(first);
    const before = await stored(first.donationNumber);
    expect(await deliver({ ...first, ...right.document })).toEqual(counts(0, 0, 1));
    const after = await stored(first.donationNumber);
    expect(after.personId).not.toBe(before.personId);
    expect(changed.at(-1)?.toSorted()).toEqual([before.personId, after.personId].toSorted());
    const left = await test.inTransaction(tx => tx.em.findOneByOrFail(Donor, { personId: before.personId }));
    expect(left).toMatchObject({ abo: null, rhd: null, homeStationId: null });
  });

  it('answers each bad row with line, field and reason, and takes the others', async () => {
    const answer = await deliver(
      row(),
      row(somebody(), { donationNumber: 'Z990125000001X' }),
      row(somebody(), { volumeMl: '1' }),
    );
    expect(answer).toMatchObject({ added: 1, unchanged: 0, corrected: 0 });
    expect(answer.refused).toEqual([
      { line: 2, field: 'donationNumber', reason: 'check_character' },
      { line: 3, field: 'volumeMl', reason: 'volume' },
    ]);
    const kept = await test.inTransaction(tx => tx.em.find(IntakeProblem, { order: { line: 'ASC' } }));
    expect(kept.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'check_character'],
      [3, 'volume'],
    ]);
  });

  it('does not overwrite a name, and says so', async () => {
    const person = somebody('测试丙');
    await deliver(row(person));
    expect(await deliver(row({ ...person, name: '测试丁' }))).toMatchObject({
      added: 0,
      refused: [{ line: 1, field: 'name', reason: 'name_differs' }],
    });
    // Another spelling of the same name is the same name.
    expect(await deliver(row({ ...person, name: '测试 丙' }))).toMatchObject({ added: 1 });
  });

  it('refuses a number that it tells twice with different content', async () => {
    const first = row();
    expect(await deliver(first, { ...first, volumeMl: '200' })).toMatchObject({
      added: 1,
      refused: [{ line: 2, field: 'donationNumber', reason: 'repeated_differently' }],
    });
  });

  it('is refused whole when a row names another station', async () => {
    const other = await aStation(test);
    const first = row();
    const answer = await machine.call(intakeDonations, {
      batchId: 'batch-2',
      rows: [first, { ...row(), stationCode: other.code }],
    });
    expect(answer).toMatchObject({ ok: false, status: 403, code: 'OTHER_STATION' });
    await expect(stored(first.donationNumber)).rejects.toThrow();
  });

  it('does not touch a donation of another station', async () => {
    const other = await aStation(test, { facilityCode: null });
    const otherSite = await aSite(test, other);
    const first = row();
    await deliver(first);
    const otherMachine = await asMachine(test, 'station', other.id);
    const answer = await otherMachine.call(intakeDonations, {
      batchId: 'batch-3',
      rows: [{ ...first, stationCode: other.code, siteCode: otherSite.code }],
    });
    expect(answer).toMatchObject({ value: { corrected: 0, refused: [{ reason: 'number_of_other_station' }] } });
  });

  it('is refused without the signature of a station', async () => {
    const { token } = await asCitizen(test);
    const body = { batchId: 'batch-4', rows: [row()] };
    expect(await test.call(intakeDonations, body)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await test.call(intakeDonations, body, { as: token })).toMatchObject({ code: 'NOT_ALLOWED' });
    const hospital = await asMachine(test, 'hospital', station.id);
    expect(await hospital.call(intakeDonations, body)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('meets a donation that a visit recorded: unchanged when it says the same, a correction when it does not', async () => {
    const person = await aPerson(test);
    const donation = await aDonation(test, person.personId, { site, on: '2025-06-05' });
    const donationNumber = donation.donationNumber + dinCheckCharacter(donation.donationNumber);
    const same = anIntakeRow(station, site, person, { donationNumber, donatedAt: '2025-06-05 10:00' });
    expect(await deliver(same)).toEqual(counts(0, 1, 0));
    expect(await deliver({ ...same, donatedAt: '2025-06-05 10:07' })).toEqual(counts(0, 0, 1));
    expect(await stored(donationNumber)).toMatchObject({
      id: donation.id,
      version: 2,
      donatedAt: '2025-06-05T02:07:00.000Z',
    });
  });

  it('gives the donor the group and station of the latest donation, whichever came first', async () => {
    const person = {
      ...somebody(),
      document: { docType: 'id_card' as const, docNumber: testIdCard('339900', '1990-05-06', '901') },
    };
    const other = await aStation(test);
    const otherSite = await aSite(test, other);
    const otherMachine = await asMachine(test, 'station', other.id);
    const later = anIntakeRow(other, otherSite, person, { donatedAt: '2025-08-05 10:00', abo: 'B' });
    await otherMachine.call(intakeDonations, { batchId: 'later', rows: [later] });
    await deliver(row(person, { donatedAt: '2024-08-05 10:00', abo: 'A' }));
    const donation = await stored(later.donationNumber);
    const donor = () => test.inTransaction(tx => tx.em.findOneByOrFail(Donor, { personId: donation.personId }));
    expect(await donor()).toMatchObject({ abo: 'B', homeStationId: other.id });
    await deliver(row(person, { donatedAt: '2025-12-05 10:00', abo: 'A' }));
    expect(await donor()).toMatchObject({ abo: 'A', homeStationId: station.id });
  });
});
