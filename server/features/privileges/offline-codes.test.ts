import { listLinkedAccounts, unlinkAccount } from '@contract/binding';
import { signOut } from '@contract/identity';
import * as contract from '@contract/privileges';
import { verifyAtGate } from '@contract/gates';
import { fromBase64url } from '@privilege-code/base64url';
import { signDeviceCode } from '@privilege-code/form-b';
import { listContains } from '@privilege-code/revocation-list';
import { readKeySet, readRevocationList } from '@privilege-code/signed-set';
import { aGate, asEntitledDonor, type TestGate } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { fixedKey } from '@server/testing/vectors/fixed-keys';
import { PrivilegeCode } from './privilege-code.entity';
import { nodeCheck } from './signatures';

const park = { scope: 'park' } as const;
const phone = fixedKey('a phone of a test');
const publicKey = { x: phone.x, y: phone.y };
let count = 0;

describe('codes for a place without a network', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const seconds = () => Math.floor(test.clock.millis() / 1000);
  const show = (credential: string, at = seconds()) => signDeviceCode(fromBase64url(credential), at, phone.sign);
  const scan = async (gate: TestGate, code: string) => {
    const answer = await gate.machine.call(verifyAtGate, { code, requestId: `offline-${++count}` });
    if (!answer.ok) throw new Error(answer.code);
    const { result, reason } = answer.value;
    return `${result} ${reason}`;
  };
  const bind = (as: string) => test.get(contract.registerDeviceKey, { publicKey }, { as });
  const keySet = async () => {
    const { cose, rootKey } = await test.get(contract.getKeySet, {});
    const root = { ...rootKey, alg: 'ES256', curve: 'P-256' } as const;
    const set = await readKeySet(fromBase64url(cose), root, nodeCheck.verifySignature);
    if (!set) throw new Error('a key set that its own root refuses');
    return set;
  };
  const revoked = async () => {
    const { cose } = await test.get(contract.getRevocationList, {});
    const check = nodeCheck.verifySignature;
    const list = await readRevocationList(fromBase64url(cose), await keySet(), seconds(), check);
    if (!list) throw new Error('a list that its own key refuses');
    return list;
  };

  it('are made by a phone with a credential of the day, each slot of 15 s once', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { credential, expiresAt } = await bind(donor.token);
    expect(Date.parse(expiresAt)).toBe((Math.floor(seconds() / 15) * 15 + 86_400) * 1000);
    const code = await show(credential);
    expect(code).toMatch(/^BD2:.{341}$/);
    expect(await scan(gate, code)).toBe('green ok');
    expect(await scan(await aGate(test), code)).toBe('red replay');
    test.clock.advance(60);
    expect(await scan(gate, await show(credential))).toBe('green ok');
  });

  it('end with the day of their credential, whatever the phone signs', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { credential } = await bind(donor.token);
    test.clock.advance(86_400 + 15);
    expect(await scan(gate, await show(credential))).toBe('red expired');
  });

  it('end when the phone binds again, online at once and offline by the list', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const old = await bind(donor.token);
    const before = (await revoked()).ctis.length;
    const fresh = await bind(donor.token);
    expect(await scan(gate, await show(old.credential))).toBe('red revoked');
    expect(await scan(gate, await show(fresh.credential))).toBe('green ok');
    const list = await revoked();
    expect(list.ctis).toHaveLength(before + 1);
    const [row] = await test.inTransaction(tx =>
      tx.em.find(PrivilegeCode, { where: { personId: donor.personId }, order: { revokedAt: 'DESC' } }),
    );
    expect(listContains(list)(row?.cti ?? '')).toBe(true);
  });

  it('make another phone of the donor wait ten minutes, and end the first', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { credential } = await bind(donor.token);
    const other = (await asCitizen(test, donor)).token;
    expect(await test.call(contract.registerDeviceKey, { publicKey }, { as: other })).toMatchObject({
      code: 'DEVICE_COOLING',
      details: { retryAfterSeconds: 600 },
    });
    expect(await scan(gate, await show(credential))).toBe('green ok');
    test.clock.advance(601);
    const next = await bind((await asCitizen(test, donor)).token);
    expect(await scan(gate, await show(credential))).toBe('red revoked');
    expect(await scan(gate, await show(next.credential))).toBe('green ok');
  });

  it('end at once when the account of the phone is unlinked', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { credential } = await bind(donor.token);
    const { items } = await test.get(listLinkedAccounts, {}, { as: donor.token });
    const accountId = items.find(({ current }) => current)?.id ?? '';
    await test.get(unlinkAccount, { accountId }, { as: (await asCitizen(test, donor)).token });
    expect(await scan(gate, await show(credential))).toBe('red revoked');
  });

  it('end then also on a phone that had signed out before', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { credential } = await bind(donor.token);
    const { items } = await test.get(listLinkedAccounts, {}, { as: donor.token });
    await test.get(signOut, { everywhere: false }, { as: donor.token });
    const accountId = items.find(({ current }) => current)?.id ?? '';
    await test.get(unlinkAccount, { accountId }, { as: (await asCitizen(test, donor)).token });
    expect(await scan(gate, await show(credential))).toBe('red revoked');
  });

  it('need a key that is a point of the curve', async () => {
    const { token: as } = await asEntitledDonor(test);
    const wrong = { publicKey: { x: phone.x, y: phone.x } };
    expect(await test.call(contract.registerDeviceKey, wrong, { as })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'publicKey', reason: 'not_a_point' }] },
    });
  });

  it('are made in advance, one for each minute, and open in their minute only', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { codes } = await test.get(contract.mintCodeBatch, { ...park, minutes: 10 }, { as: donor.token });
    expect(codes).toHaveLength(10);
    expect(codes.slice(1).map(code => code.issuedAt)).toEqual(codes.slice(0, -1).map(code => code.expiresAt));
    const last = codes[9]?.text ?? '';
    expect(await scan(gate, last)).toBe('red early');
    test.clock.advance(9 * 60);
    expect(await scan(gate, last)).toBe('green ok');
    expect(await scan(gate, last)).toBe('red replay');
  });

  it('are made in advance twice over in ten minutes and no more', async () => {
    const { token: as } = await asEntitledDonor(test);
    for (let n = 0; n < 2; n++) await test.get(contract.mintCodeBatch, { ...park, minutes: 120 }, { as });
    const third = await test.call(contract.mintCodeBatch, { ...park, minutes: 21 }, { as });
    expect(third).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('made in advance are forgotten three days after their minute, a card is not', async () => {
    const donor = await asEntitledDonor(test);
    const { token: operator } = await asStaff(test, 'operator');
    const { certificateNumber, personId } = donor;
    await test.get(contract.mintCodeBatch, { ...park, minutes: 3 }, { as: donor.token });
    await test.get(contract.issuePrivilegeCard, { certificateNumber }, { as: operator });
    const forms = async () =>
      (await test.inTransaction(tx => tx.em.findBy(PrivilegeCode, { personId }))).map(({ form }) => form).sort();
    expect(await forms()).toEqual(['batch', 'batch', 'batch', 'paper']);
    test.clock.advance(5 * 86_400 + 1);
    await test.drain();
    expect(await forms()).toEqual(['paper']);
    test.clock.advance(40 * 86_400);
    await test.drain();
    expect(await forms()).toEqual(['paper']);
  });

  describe('on a card', () => {
    const card = async (certificateNumber: string) => {
      const { token: as } = await asStaff(test, 'operator');
      return test.get(contract.issuePrivilegeCard, { certificateNumber }, { as });
    };

    it('open where staff look at the holder, again and again, and nowhere else', async () => {
      const [staffed, turnstile] = [await aGate(test), await aGate(test, { staffed: false })];
      const { text, maskedName } = await card((await asEntitledDonor(test)).certificateNumber);
      expect(maskedName).toBe('*试甲');
      expect(await scan(turnstile, text)).toBe('red scope');
      expect(await scan(staffed, text)).toBe('amber card');
      expect(await scan(staffed, text)).toBe('amber interval');
      test.clock.advance(61);
      expect(await scan(staffed, text)).toBe('amber card');
    });

    it('end when a new card is printed, the old one is lost, or the donor is suspended', async () => {
      const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
      const { certificateNumber } = donor;
      const { token: as } = await asStaff(test, 'operator');
      const first = await card(certificateNumber);
      const second = await card(certificateNumber);
      expect(await scan(gate, first.text)).toBe('red revoked');
      expect(await scan(gate, second.text)).toBe('amber card');
      await test.get(contract.revokePrivilegeCard, { certificateNumber, reason: '卡片遗失' }, { as });
      expect(await scan(gate, second.text)).toBe('red revoked');
      const third = await card(certificateNumber);
      const suspend = (suspended: boolean) =>
        test.get(contract.suspendPrivilege, { certificateNumber, suspended, reason: '多次转借' }, { as });
      await suspend(true);
      expect(await test.call(contract.issuePrivilegeCard, { certificateNumber }, { as })).toMatchObject({
        code: 'PRIVILEGE_SUSPENDED',
      });
      await suspend(false);
      expect(await scan(gate, third.text)).toBe('red revoked');
      expect((await revoked()).ctis.length).toBeGreaterThanOrEqual(3);
    });

    it('are not ended by a phone of the donor', async () => {
      const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
      const { text } = await card(donor.certificateNumber);
      await test.get(contract.mintPrivilegeCode, park, { as: donor.token });
      expect(await scan(gate, text)).toBe('amber card');
    });
  });

  describe('when a key is withdrawn', () => {
    it('the codes that it signed end, the set gets a higher number, and another key signs', async () => {
      const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
      const { token: as } = await asStaff(test, 'operator');
      const before = await keySet();
      const { text } = await test.get(contract.mintPrivilegeCode, park, { as: donor.token });
      const live = before.keys.find(key => key.use === 'live');
      const input = { kid: live?.kid ?? '', reason: '密钥演练' };
      expect(await test.call(contract.withdrawSigningKey, input, { as: donor.token })).toMatchObject({
        code: 'NOT_ALLOWED',
      });
      const { version } = await test.get(contract.withdrawSigningKey, input, { as });
      expect(version).toBeGreaterThan(before.version);
      expect(await scan(gate, text)).toBe('red key');
      const next = await test.get(contract.mintPrivilegeCode, park, { as: donor.token });
      expect(await scan(gate, next.text)).toBe('green ok');
      expect((await keySet()).keys.map(key => key.kid)).not.toContain(input.kid);
      expect(await test.call(contract.withdrawSigningKey, input, { as })).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('the root cannot be', async () => {
      const { token: as } = await asStaff(test, 'operator');
      const { rootKey } = await test.get(contract.getKeySet, {});
      const input = { kid: rootKey.kid, reason: '密钥演练' };
      expect(await test.call(contract.withdrawSigningKey, input, { as })).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('of two keys that follow each other open side by side: nobody is refused while the next takes over', async () => {
    const live = async () => (await keySet()).keys.filter(key => key.use === 'live');
    const last = Math.max(...(await live()).map(key => key.signUntil));
    test.clock.set(new Date((last - 3) * 1000).toISOString());
    const donors = await Promise.all(Array.from({ length: 5 }, () => asEntitledDonor(test)));
    const gate = await aGate(test);
    const mint = async ({ token }: { token: string }) =>
      (await test.get(contract.mintPrivilegeCode, park, { as: token })).text;
    // Two of them before, three after the moment at which the keys change.
    const codes = await Promise.all(donors.slice(0, 2).map(mint));
    test.clock.advance(4);
    codes.push(...(await Promise.all(donors.slice(2).map(mint))));
    const kids = codes.map(code => code.slice(0, 20));
    expect(new Set(kids).size).toBe(2);
    expect(await Promise.all(codes.map(code => scan(gate, code)))).toEqual(codes.map(() => 'green ok'));
  });
});
