import { bindByRegister, linkAccount, makeAccountCode, sendBindCode } from '@contract/binding';
import {
  acceptDelegation,
  listDelegations,
  makeDelegationCode,
  openAssist,
  openDelegated,
  registerAtCounter,
} from '@contract/assist';
import { bookAppointment, listAppointments } from '@contract/appointments';
import { bindIdentity, listDonations } from '@contract/certificates';
import { getMe } from '@contract/identity';
import { intakeDonations } from '@contract/intake';
import { callVisit, checkIn, getArrivalCode, getMyVisit, moveVisit, recordDonation } from '@contract/visits';
import { dinCheckCharacter } from '@rules/identifiers';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { submitForm } from '@server/testing/builders/appointments';
import { aCounterNurse } from '@server/testing/builders/assistance';
import { binders } from '@server/testing/builders/binding';
import { aDonation, anIntakeRow } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asCitizen, asMachine, asVisitor } from '@server/testing/builders/sessions';
import { aSlot } from '@server/testing/builders/sites';
import { aDonationNumber, aWard, checkInDonor, examineDonor } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account } from './account.entity';
import { Delegation } from './delegation.entity';
import { findHostAccounts } from './find-accounts';
import { lapseWeakProofs } from './lapse-weak-proofs';
import { Person } from './person.entity';
import { phoneIndexOf } from './phone-index';
import { signIn } from './sign-in';

let test: TestApp;
const world = binders();
beforeAll(async () => {
  test = await startTestApp({ adapters: world.adapters });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

const codeOf = async (token: string) => (await test.get(makeAccountCode, {}, { as: token })).code;
const me = (token: string) => test.get(getMe, {}, { as: token });
type Who = Pick<Awaited<ReturnType<typeof aPerson>>, 'name' | 'document'>;
const link = (nurse: string, code: string, { name, document }: Who) =>
  test.call(linkAccount, { code, name, document, sawDocument: true }, { as: nurse });

/** From before accounts had to be proved for it. */
const anOldDelegation = (donorId: string, helperId: string): Promise<string> =>
  test.inTransaction(async tx => {
    const id = newId();
    const times = { startedAt: tx.now, endsAt: plusSeconds(tx.now, 86_400), endedAt: null };
    await tx.em.insert(Delegation, { id, donorId, helperId, grants: '', openKey: `${donorId},${helperId}`, ...times });
    return id;
  });

let phones = 0;
/** Bound by the population register alone. */
async function weaklyBound() {
  const who = {
    name: '测试丙',
    document: { docType: 'id_card' as const, docNumber: testDocNumber('male', '1994-02-03') },
  };
  world.inRegister.push({ name: who.name, docNumber: who.document.docNumber });
  const phone = `198${String(10_000_000 + phones++)}`;
  const { token, ownerId } = await asVisitor(test);
  await test.get(sendBindCode, { phone }, { as: token });
  const code = world.texts.at(-1)?.code ?? '';
  const { person } = await test.get(bindByRegister, { ...who, phone, code, agreed: true }, { as: token });
  return { ...who, token, ownerId, personId: person?.id ?? '' };
}

describe('an account shown at the counter', () => {
  it('is linked by the nurse who holds the document, is a citizen at once, and the audit says who did it', async () => {
    const [donor, visitor, nurse] = [await aPerson(test), await asVisitor(test), await aCounterNurse(test)];
    const linked = await link(nurse.token, await codeOf(visitor.token), donor);
    expect(linked).toMatchObject({ value: { person: { maskedName: '*试甲' }, host: 'wechat', wasBound: false } });
    expect(await me(visitor.token)).toMatchObject({
      ...{ role: 'citizen', boundBy: 'counter', person: { id: donor.personId } },
    });
    const lines = await test.inTransaction(tx => tx.em.findBy(AuditLine, { action: 'identity.link-account' }));
    expect(lines).toMatchObject([{ subjectId: donor.personId, outcome: 'done' }]);
  });

  it('is of somebody new after they were put into the register', async () => {
    const [visitor, nurse] = [await asVisitor(test), await aCounterNurse(test)];
    const who = {
      name: '测试戊',
      document: { docType: 'id_card' as const, docNumber: testDocNumber('male', '1999-01-02') },
    };
    const code = await codeOf(visitor.token);
    expect(await link(nurse.token, code, who)).toMatchObject({ code: 'PERSON_NOT_MATCHED' });
    await test.get(registerAtCounter, { ...who, sawDocument: true }, { as: nurse.token });
    expect(await link(nurse.token, code, { ...who, name: '测试己' })).toMatchObject({ code: 'PERSON_NOT_MATCHED' });
    expect(await link(nurse.token, code, who)).toMatchObject({ ok: true });
  });

  it('is linked once, within ten minutes, and only by its last code', async () => {
    const [donor, visitor, nurse] = [await aPerson(test), await asVisitor(test), await aCounterNurse(test)];
    const refused = { status: 409, code: 'ACCOUNT_CODE_NOT_VALID' };
    const old = await codeOf(visitor.token);
    const code = await codeOf(visitor.token);
    expect(await link(nurse.token, old, donor)).toMatchObject(refused);
    const twins = await Promise.all([1, 2].map(() => link(nurse.token, code, donor)));
    expect(twins.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await link(nurse.token, code, donor)).toMatchObject(refused);
    const another = await asVisitor(test);
    const late = await codeOf(another.token);
    test.clock.advance(600);
    expect(await link((await aCounterNurse(test)).token, late, donor)).toMatchObject(refused);
  });

  it('that is bound to somebody else stays theirs', async () => {
    const [other, donor, nurse] = [await asCitizen(test), await aPerson(test), await aCounterNurse(test)];
    expect(await link(nurse.token, await codeOf(other.token), donor)).toMatchObject({ code: 'ACCOUNT_OF_ANOTHER' });
    expect((await me(other.token)).person?.id).toBe(other.personId);
  });

  it('is not found by trying: forty looks an hour for a nurse, right ones too', async () => {
    const [donor, visitor, nurse] = [await aPerson(test), await asVisitor(test), await aCounterNurse(test)];
    const code = await codeOf(visitor.token);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let n = 0; n < 40; n++) await link(nurse.token, wrong, donor);
    expect(await link(nurse.token, code, donor)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  });
});

describe('a binding by the register alone', () => {
  const visitorAgain = { role: 'visitor', person: null, boundBy: null, proofLapsed: true };

  it('counts no longer once staff have seen the person and the document without that phone', async () => {
    const weak = await weaklyBound();
    const ward = await aWard(test);
    const { document } = weak;
    await test.get(checkIn, { document, type: 'whole_blood', sawDocument: true }, { as: ward.nurse });
    expect(await me(weak.token)).toMatchObject(visitorAgain);
    expect(await test.call(getMyVisit, {}, { as: weak.token })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await test.call(listAppointments, {}, { as: weak.token })).toMatchObject({ ok: false });
  });

  const full = { role: 'citizen', boundBy: 'counter', proofLapsed: false };
  /** Shows the code of the weakly proved phone at the counter of a new site. */
  const arrive = async (sawDocument?: boolean) => {
    const weak = await weaklyBound();
    const ward = await aWard(test);
    const { text: code } = await test.get(getArrivalCode, {}, { as: weak.token });
    const { id: visitId } = await test.get(checkIn, { code, type: 'whole_blood', sawDocument }, { as: ward.nurse });
    return { weak, ward, visitId };
  };

  it('becomes a full one when the person shows that phone’s code on arrival and the nurse says that she looked at the document', async () => {
    const { weak } = await arrive(true);
    expect(await me(weak.token)).toMatchObject(full);
    expect((await test.get(getMyVisit, {}, { as: weak.token })).visit).not.toBeNull();
  });

  it.each([undefined, false])(
    'stays what it was when the code alone was shown (document seen: %s)',
    async sawDocument => {
      const { weak } = await arrive(sawDocument);
      expect(await me(weak.token)).toMatchObject({ role: 'citizen', boundBy: 'register', proofLapsed: false });
    },
  );

  it('becomes a full one when the register desk has looked at the document', async () => {
    const { weak, ward, visitId } = await arrive();
    await test.get(callVisit, { desk: '登记台', visitId }, { as: ward.nurse });
    await test.get(moveVisit, { visitId, move: 'finish' }, { as: ward.nurse });
    expect(await me(weak.token)).toMatchObject(full);
  });

  it('counts no longer when blood was given and nobody has said that they looked at the document', async () => {
    const weak = await weaklyBound();
    const ward = await aWard(test);
    const slot = await aSlot(test, ward.site);
    const { id: appointmentId } = await test.get(
      bookAppointment,
      { slotId: slot.id, type: 'whole_blood' },
      { as: weak.token },
    );
    await submitForm(test, { token: weak.token, sex: 'male', appointmentId });
    const visit = await checkInDonor(test, ward, weak);
    await examineDonor(test, ward, visit);
    await test.get(callVisit, { desk: '1号台', visitId: visit.id }, { as: ward.nurse });
    const given = { donationNumber: aDonationNumber(), volumeMl: 200, abo: 'A', rhd: 'positive' } as const;
    await test.get(recordDonation, { visitId: visit.id, ...given }, { as: ward.nurse });
    expect(await me(weak.token)).toMatchObject(visitorAgain);
  });

  it('ends with its relatives, its messages and its phone number when the counter acts for the person', async () => {
    const weak = await weaklyBound();
    const friend = await asCitizen(test);
    const delegationId = await anOldDelegation(weak.personId, friend.personId);
    const { accessToken } = await test.get(openDelegated, { delegationId }, { as: friend.token });
    const nurse = await aCounterNurse(test);
    const { name, document } = weak;
    await test.get(openAssist, { name, document, agreed: true }, { as: nurse.token });
    expect(await test.call(listAppointments, {}, { as: accessToken })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    const left = await test.inTransaction(async tx => ({
      accounts: await findHostAccounts(tx, weak.personId),
      person: await tx.em.findOneByOrFail(Person, { id: weak.personId }),
    }));
    expect(left).toMatchObject({ accounts: [], person: { phoneSealed: null, phoneIndex: null } });
    expect(await me(weak.token)).toMatchObject(visitorAgain);
  });

  it('ends when a station that uses another system tells of a donation: nobody reads it on that account', async () => {
    const weak = await weaklyBound();
    const station = await aStation(test);
    const machine = await asMachine(test, 'station', station.id);
    const donor = { ...weak, sex: 'male' as const, birthDate: '1994-02-03' };
    const row = anIntakeRow(station, await aSite(test, station), donor);
    expect(await machine.call(intakeDonations, { batchId: 'batch-1', rows: [row] })).toMatchObject({
      value: { added: 1 },
    });
    expect(await me(weak.token)).toMatchObject(visitorAgain);
    expect(await test.call(listDonations, {}, { as: weak.token })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is a full one again when its phone shows the code after the counter has looked at the document', async () => {
    const weak = await weaklyBound();
    const ward = await aWard(test);
    const { name, document } = weak;
    const { text: code } = await test.get(getArrivalCode, {}, { as: weak.token });
    const nurse = await aCounterNurse(test);
    await test.get(openAssist, { name, document, agreed: true }, { as: nurse.token });
    expect(await me(weak.token)).toMatchObject(visitorAgain);
    await test.get(checkIn, { code, type: 'whole_blood', sawDocument: true }, { as: ward.nurse });
    expect(await me(weak.token)).toMatchObject(full);
  });

  it('gives way to the phone number that the person tells at the counter', async () => {
    const weak = await weaklyBound();
    const nurse = await aCounterNurse(test);
    const { name, document } = weak;
    const phone = `197${String(10_000_000 + phones++)}`;
    await test.get(registerAtCounter, { name, document, phone, sawDocument: true }, { as: nurse.token });
    const person = await test.inTransaction(tx => tx.em.findOneByOrFail(Person, { id: weak.personId }));
    expect(test.app.crypto.open('identity', person.phoneSealed ?? '')).toBe(phone);
    expect(person.phoneIndex).toBe(phoneIndexOf(test.app.crypto, phone));
  });

  it('lets nobody act for the person, and acts for nobody', async () => {
    const weak = await weaklyBound();
    const donor = await aPerson(test);
    const { token } = await asCitizen(test, donor);
    const refused = { status: 409, code: 'PROOF_TOO_WEAK' };
    expect(await test.call(makeDelegationCode, { grants: [] }, { as: weak.token })).toMatchObject(refused);
    const { code } = await test.get(makeDelegationCode, { grants: [] }, { as: token });
    expect(await test.call(acceptDelegation, { name: donor.name, code }, { as: weak.token })).toMatchObject(refused);
    // One from before that rule stands in the list, opens nothing, and ends with the proof.
    const delegationId = await anOldDelegation(donor.personId, weak.personId);
    expect(await test.call(openDelegated, { delegationId }, { as: weak.token })).toMatchObject(refused);
    await test.inTransaction(tx => lapseWeakProofs(tx, [weak.personId]));
    expect((await test.get(listDelegations, {}, { as: token })).forMe).toEqual([]);
  });

  it('opens no session for who signs in at the very moment in which it ends', async () => {
    const weak = await weaklyBound();
    const user = { host: 'wechat' as const, hostUserId: 'user-1' };
    const hostUserIndex = test.app.crypto.fingerprint('host wechat', user.hostUserId);
    await test.inTransaction(tx => tx.em.update(Account, { id: weak.ownerId }, { hostUserIndex }));
    let go = (): void => undefined;
    const session = new Promise<void>(resolve => (go = resolve)).then(() =>
      test.inTransaction(other => signIn(other, user)),
    );
    await test.inTransaction(async tx => {
      await lapseWeakProofs(tx, [weak.personId]);
      go();
      // On MariaDB the other reads beside this transaction, which goes on for a while.
      for (let n = 0; n < 30; n++) await tx.em.findOneBy(Account, { id: weak.ownerId });
    });
    expect(await session).toMatchObject({ role: 'visitor' });
  });

  it('ends when the person links another account at the counter, which keeps its own', async () => {
    const weak = await weaklyBound();
    const [visitor, nurse] = [await asVisitor(test), await aCounterNurse(test)];
    await link(nurse.token, await codeOf(visitor.token), weak);
    expect(await me(weak.token)).toMatchObject(visitorAgain);
    expect(await me(visitor.token)).toMatchObject({ role: 'citizen', boundBy: 'counter' });
  });

  it('is proved again by a donation number of the person, and by nobody else’s', async () => {
    const weak = await weaklyBound();
    const ward = await aWard(test);
    const { name, document } = weak;
    await test.get(checkIn, { document, type: 'whole_blood', sawDocument: true }, { as: ward.nurse });
    const other = await aPerson(test);
    const numberOf = async (personId: string) => {
      const { donationNumber } = await aDonation(test, personId);
      return donationNumber + dinCheckCharacter(donationNumber);
    };
    const ofAnother = { name: other.name, document: other.document, donationNumber: await numberOf(other.personId) };
    expect(await test.call(bindIdentity, ofAnother, { as: weak.token })).toMatchObject({ code: 'NOT_ALLOWED' });
    const own = { name, document, donationNumber: await numberOf(weak.personId) };
    expect(await test.get(bindIdentity, own, { as: weak.token })).toMatchObject({
      ...{ role: 'citizen', boundBy: 'donation_number', proofLapsed: false },
    });
  });
});
